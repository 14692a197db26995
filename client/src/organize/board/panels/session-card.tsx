import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '@rules/finding.js';
import { useCopy } from '../../../attend/use-copy.js';
import { Button } from '../../../ui/button.js';
import { LinkButton } from '../../../ui/link-button.js';
import { Time } from '../../../ui/time.js';
import { ToggleGroup } from '../../../ui/toggle-group.js';
import { useFormat } from '../../../ui/use-format.js';
import { FindingList } from '../findings/finding-list.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import type { BoardEntry, BoardIndex } from '../model/board-index.js';
import { type BoardActions } from '../use-board-actions.js';
import { Panel } from './panel.js';
import styles from './panels.module.css';
import { RefusedDialog } from './refused-dialog.js';

interface Props {
  slug: string;
  index: BoardIndex;
  entry: BoardEntry;
  findings: readonly Finding[];
  words: FindingWords;
  actions: BoardActions;
  movable: boolean;
  onFindFit: () => void;
  onClose: () => void;
}

/** All about one session that planning asks for, and what can be done with it. */
export function SessionCard({ slug, index, entry, findings, words, actions, movable, onFindFit, onClose }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const copy = useCopy();
  const [waiving, setWaiving] = useState(false);
  const { session, at, track } = entry;
  const place = at === null ? undefined : index.placeOf.get(at.roomId);
  const conferenceZone = index.board.conference.zone;
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  const people = session.appearances.flatMap((appearance) => {
    const speaker = entry.speakers.find(({ id }) => id === appearance.speakerId);
    return speaker === undefined ? [] : [{ ...appearance, speaker }];
  });
  return (
    <Panel title={t('card.title')} onClose={onClose}>
      <div>
        <h3 className={styles.name}><bdi lang={session.language ?? undefined}>{session.title}</bdi></h3>
        <p className={styles.muted}>
          {[t(`kind.${session.kind}`), track?.name, session.language === null ? null : format.language(session.language)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <dl className={styles.facts}>
        <dt>{t('card.when')}</dt>
        <dd className={styles.times}>
          {at === null || place === undefined ? t('card.notScheduled') : (
            <>
              <Time instant={at.start} end={at.end} zone={place.city.zone} withDay />
              {place.city.zone !== conferenceZone && <span className={styles.muted}><Time instant={at.start} end={at.end} zone={conferenceZone} withDay /></span>}
            </>
          )}
        </dd>
        {place !== undefined && <><dt>{t('card.where')}</dt><dd><bdi>{place.room.name}</bdi>, <bdi>{place.venue.name}</bdi>, <bdi>{place.city.name}</bdi></dd></>}
        <dt>{t('card.length')}</dt>
        <dd>{format.duration(at === null ? session.minutes : Math.round((at.end - at.start) / 60_000))}</dd>
        {session.sentBy !== null && <><dt>{t('card.sentBy')}</dt><dd>{t(`card.${session.sentBy}`)}</dd></>}
        {session.needsEquipment.length > 0 && <><dt>{t('card.needs')}</dt><dd>{format.list(session.needsEquipment)}</dd></>}
        {session.expectedPeople !== null && <><dt>{t('card.expected')}</dt><dd>{format.number(session.expectedPeople)}</dd></>}
        {people.length > 0 && (
          <>
            <dt>{t('card.people')}</dt>
            <dd>
              <ul>
                {people.map(({ speaker, role, mode }) => (
                  <li key={`${speaker.id} ${role}`}>
                    <bdi>{speaker.name}</bdi> <span className={styles.muted}>{[t(`card.role.${role}`), t(`card.mode.${mode}`), at !== null && speaker.zone !== null ? format.time(at.start, speaker.zone) + ' ' + format.zoneName(speaker.zone, at.start) : null].filter(Boolean).join(', ')}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
      {findings.length > 0 && (
        <section>
          <h3 className={styles.subhead}>{t('card.findings')}</h3>
          <FindingList findings={findings} words={words} about={session.id} />
        </section>
      )}
      {session.slot?.waiver != null && (
        <section>
          <h3 className={styles.subhead}>{t('card.waived')}</h3>
          <blockquote className={styles.quote}><bdi>{session.slot.waiver}</bdi></blockquote>
        </section>
      )}
      {movable && session.slot !== null && (
        <ToggleGroup
          label={t('card.anchor')} value={session.slot.anchor} onChange={(anchor) => actions.anchor(entry, anchor)}
          options={[{ key: 'floating', label: t('card.floating') }, { key: 'fixed', label: t('card.fixed'), icon: 'pin' }]}
        />
      )}
      {!movable && <p className={styles.muted}>{t('reach.card')}</p>}
      <div className={styles.buttons}>
        {movable && <Button icon="search" onPress={onFindFit}>{t('card.fit')}</Button>}
        {movable && blocking.length > 0 && <Button icon="waived" onPress={() => setWaiving(true)}>{t('waive.action')}</Button>}
        {movable && session.slot?.waiver != null && <Button onPress={() => actions.waive(entry, null)}>{t('waive.lift')}</Button>}
        {movable && at !== null && <Button icon="tray" onPress={() => actions.unschedule([entry])}>{t('card.unschedule')}</Button>}
        <Button icon="link" onPress={() => copy(`${location.origin}/${slug}/organize/board?session=${session.id}`)}>{t('card.copyLink')}</Button>
        <LinkButton href={`/${slug}/organize/sessions/${session.id}`}>{t('card.edit')}</LinkButton>
      </div>
      {waiving && (
        <RefusedDialog
          title={t('waive.title')} text={t('waive.text')} findings={blocking} about={session.id} words={words} confirmLabel={t('waive.confirm')} onClose={() => setWaiving(false)}
          onWaive={(reason) => {
            setWaiving(false);
            actions.waive(entry, reason);
          }}
        />
      )}
    </Panel>
  );
}
