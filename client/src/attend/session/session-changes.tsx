import { useTranslation } from 'react-i18next';
import type { Placement } from '@contract/changes.js';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import type { PastChange } from '../../live/session-changes.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import type { IndexedSession } from '../agenda-index.js';
import { Section } from './section.js';
import styles from './session-changes.module.css';

/** What became of the session so far, the newest first. */
export function SessionChanges({ entry }: { entry: IndexedSession }) {
  const { t } = useTranslation('session');
  const { history } = useLiveAgenda();
  const { zoneFor } = useZone();
  const zone = zoneFor(entry.city.zone);
  const describe = useDescribe(zone);
  const changes = [...(history.get(entry.session.id) ?? [])].reverse();
  if (changes.length === 0) return null;
  return (
    <Section title={t('changes')} boxed>
      <ol className={styles.changes}>
        {changes.map((past) => (
          <li key={`${past.revision} ${past.change.change}`}>
            <p className={styles.what}>{describe(past)}</p>
            <p className={styles.when}>
              <Time instant={past.at} zone={zone} withDay />
              {past.kind === 'release' && <> · {t('inRelease')}</>}
            </p>
            {past.note !== '' && (
              <p className={styles.note}>
                <bdi>{past.note}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function useDescribe(zone: string): (past: PastChange) => string {
  const { t } = useTranslation('session');
  const { index } = useLiveAgenda();
  const format = useFormat();
  const time = (instant: string): string => format.time(Date.parse(instant), zone);
  const place = (placement: Placement): string => {
    const room = index.rooms.find((known) => known.room.id === placement.roomId);
    return room === undefined ? time(placement.startsAt) : t('placeAt', { time: time(placement.startsAt), room: room.room.name });
  };
  return ({ change }) => {
    switch (change.change) {
      case 'session.moved':
        return t('change.moved', { from: place(change.from), to: place(change.to) });
      case 'session.delayed':
        return t('change.delayed', { duration: format.duration(change.minutes), from: time(change.from.startsAt), to: time(change.to.startsAt) });
      case 'session.extended':
        return t('change.extended', { from: time(change.from.endsAt), to: time(change.to.endsAt) });
      case 'session.cancelled':
        return change.reason === '' ? t('change.cancelled') : `${t('change.cancelled')}: ${change.reason}`;
      case 'session.reinstated':
        return t('change.reinstated');
      case 'session.added':
        return t('change.added');
      case 'session.withdrawn':
        return t('change.withdrawn');
      default:
        return t('change.edited');
    }
  };
}
