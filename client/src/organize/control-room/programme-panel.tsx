import { useTranslation } from 'react-i18next';
import type { Channel } from '@contract/channel.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import { ChannelState } from '../streams/channel-state.js';
import type { ShowNow } from './model/show.js';
import type { StageView } from './model/stage-view.js';
import styles from './programme.module.css';
import { StillPicture } from './still-picture.js';

interface Props {
  programme: Pick<Channel, 'id' | 'state'>;
  /** Null: it shows none, or one that the reader does not look after. */
  stage: StageView | null;
  /** The name of the stage that it shows; null where it shows none. */
  shows: string | null;
  /** Null where nothing was told lately. */
  viewers: number | null;
  show: ShowNow;
  /** Of a stage's channel: its name, and the zone of its city. */
  placeOf: (channelId: string | null) => { name: string; zone: string };
  now: number;
  /** Undefined where the reader hands nothing over. */
  onSlate: (() => void) | undefined;
}

/** What the programme shows at this moment, and what comes next. */
export function ProgrammePanel({ programme, stage, shows, viewers, show: { current, coming }, placeOf, now, onSlate }: Props) {
  const { t } = useTranslation('controlRoom');
  const { t: tStreams } = useTranslation('streams');
  const format = useFormat();
  const [next] = coming;
  const picture = stage?.paths.find(({ isShown }) => isShown)?.figures?.still ?? null;
  const then = next === undefined ? null : placeOf(next.to);
  return (
    <article className={styles.panel} aria-label={tStreams('programme.name')}>
      <div className={styles.picture}>
        <StillPicture still={picture} label={t('programme.picture')}>
          <Icon name="video" size={1.5} />
          <span>{shows === null || stage?.shows === 'slate' ? t('programme.slate') : t('programme.noPicture')}</span>
        </StillPicture>
      </div>
      <div className={styles.words}>
        <div className={styles.head}>
          <h2>{tStreams('programme.name')}</h2>
          <ChannelState channel={programme} />
          {viewers !== null && <span className={styles.muted}>{t('stage.viewers', { count: viewers, formatted: format.number(viewers) })}</span>}
        </div>
        <p className={styles.now}>
          <span className={styles.muted}>{t('programme.now')}</span> <strong><bdi>{shows ?? t('programme.noStage')}</bdi></strong>
          {current !== null && <span className={styles.muted}> {t('programme.since')} <Time instant={Date.parse(current.at)} zone={placeOf(current.to).zone} withDay={now - Date.parse(current.at) > DAY} /></span>}
        </p>
        <p>
          <span className={styles.muted}>{t('programme.next')}</span>{' '}
          {next === undefined || then === null ? t('programme.nothingNext') : (
            <><bdi>{then.name}</bdi> · <Time instant={Date.parse(next.at)} zone={then.zone} withDay={Date.parse(next.at) - now > DAY} /> · {format.relative(Date.parse(next.at) - now)}</>
          )}
        </p>
        {onSlate !== undefined && <Button isDisabled={shows === null} onPress={onSlate}>{t('programme.toSlate')}</Button>}
      </div>
    </article>
  );
}

const DAY = 20 * 60 * 60_000;
