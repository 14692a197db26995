import { useTranslation } from 'react-i18next';
import type { StreamEvent } from '@contract/streams.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Time } from '../../ui/time.js';
import { ToggleGroup } from '../../ui/toggle-group.js';
import { useFormat } from '../../ui/use-format.js';
import type { RoomNow } from '../live-day/room-moments.js';
import { ChannelState } from '../streams/channel-state.js';
import type { StageView } from './model/stage-view.js';
import { PathCard } from './path-card.js';
import styles from './stage.module.css';
import { useEventWords } from './use-event-words.js';

interface Props {
  stage: StageView;
  /** What is held there. */
  moment: RoomNow | undefined;
  lastEvent: StreamEvent | undefined;
  isInProgramme: boolean;
  /** Undefined where the reader hands nothing over. */
  onHandOver: (() => void) | undefined;
  onChoose: (choice: StageView['choice']) => void;
  /** In the order of the tab key there is one stage; the arrows lead to the others. */
  isChosen: boolean;
  onFocus: () => void;
}

const CHOICES: readonly StageView['choice'][] = ['automatic', 'primary', 'backup', 'slate'];

/** A stage on the wall: both paths, what is held, and what the director can do about it. */
export function StageTile({ stage, moment, lastEvent, isInProgramme, onHandOver, onChoose, isChosen, onFocus }: Props) {
  const { t } = useTranslation('controlRoom');
  const format = useFormat();
  const words = useEventWords();
  const { room, venue, city } = stage.place;
  const session = moment?.on[0] ?? null;
  return (
    <article
      className={styles.stage}
      aria-label={room.name}
      data-stage={stage.id}
      data-state={stage.state}
      // the keys that act upon a stage act where the focus is, so that no stray key switches anything
      tabIndex={isChosen ? 0 : -1}
      onFocus={onFocus}
    >
      <header className={styles.head}>
        <span className={styles.number} aria-hidden="true">{format.number(stage.number)}</span>
        <div className={styles.names}>
          <h3><bdi>{room.name}</bdi></h3>
          <p className={styles.muted}><bdi>{venue.name}</bdi>{stage.viewers !== null && <> · {t('stage.viewers', { count: stage.viewers, formatted: format.number(stage.viewers) })}</>}</p>
        </div>
        <div className={styles.badges}>
          {isInProgramme && <Badge tone="accent" icon="video">{t('stage.inProgramme')}</Badge>}
          <ChannelState channel={stage} />
        </div>
      </header>
      <p className={styles.session}>
        {session !== null && <><Time instant={session.start} end={session.end} zone={city.zone} /> <bdi>{session.session.title}</bdi></>}
        {session === null && moment?.next != null && <><span className={styles.muted}>{t('stage.next')}</span> <Time instant={moment.next.start} zone={city.zone} /> <bdi>{moment.next.session.title}</bdi></>}
        {session === null && moment?.next == null && <span className={styles.muted}>{t('stage.nothingOn')}</span>}
      </p>
      <div className={styles.paths}>
        {stage.paths.map((path) => <PathCard key={path.role} path={path} stage={room.name} />)}
      </div>
      <div className={styles.acts}>
        <ToggleGroup
          label={t('stage.choice', { stage: room.name })}
          value={stage.choice}
          onChange={onChoose}
          options={CHOICES.map((key) => ({ key, label: t(`choice.${key}`) }))}
        />
        {onHandOver !== undefined && (
          <Button icon="arrow" isDisabled={isInProgramme} onPress={onHandOver} aria-label={t('stage.handOverTo', { stage: room.name })}>{t('stage.handOver')}</Button>
        )}
      </div>
      <p className={styles.last}>
        {lastEvent === undefined ? t('stage.noEvent') : <><Time instant={Date.parse(lastEvent.at)} zone={city.zone} /> {words(lastEvent)}</>}
      </p>
    </article>
  );
}
