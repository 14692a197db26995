import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MySlot } from '@contract/speaking.js';
import { useNow } from '../../app/use-now.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { RichText } from '../../ui/rich-text.js';
import { useFormat } from '../../ui/use-format.js';
import { SlotAnswer } from './slot-answer.js';
import { SlotFacts } from './slot-facts.js';
import styles from './slot-card.module.css';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const TONES: Readonly<Record<MySlot['answer']['state'], Tone>> = { asked: 'warn', confirmed: 'ok', declined: 'bad', 'change-requested': 'changed' };

export function SlotCard({ slot, isNext }: { slot: MySlot; isNext: boolean }) {
  const { t } = useTranslation('speak');
  const { agenda } = useLiveAgenda();
  const isOver = useNow(MINUTE) >= Date.parse(slot.endsAt);
  return (
    <li className={styles.card} data-next={isNext || undefined} data-testid={`slot-${slot.sessionId}`} data-state={slot.answer.state}>
      <header className={styles.head}>
        <Countdown slot={slot} isNext={isNext} />
        <h2 className={styles.title} dir="auto">
          <Link to={`/${agenda.conference.slug}/sessions/${slot.sessionId}`}>{slot.title}</Link>
        </h2>
        <p className={styles.badges}>
          {slot.cancelled ? <Badge tone="bad">{t('cancelled')}</Badge> : <Badge tone={TONES[slot.answer.state]}>{t(`state.${slot.answer.state}`)}</Badge>}
          {slot.role !== 'speaker' && <Badge>{t(`role.${slot.role}`)}</Badge>}
          {slot.mode === 'remote' && <Badge icon="video">{t('remote')}</Badge>}
        </p>
      </header>
      <SlotFacts slot={slot} />
      {slot.technicalNotes.length > 0 && (
        <div role="group" className={styles.notes} aria-label={t('notes')}>
          <h3 className={styles.subtitle}>{t('notes')}</h3>
          {slot.technicalNotes.map((note) => (
            <div key={note.about}>
              <p className={styles.about}>{t(`notesOf.${note.about}`)}</p>
              <RichText text={note.text} />
            </div>
          ))}
        </div>
      )}
      {!slot.cancelled && !isOver && <SlotAnswer slot={slot} />}
    </li>
  );
}

/** How long until it starts: to the second in the last hour before one's next slot. */
function Countdown({ slot, isNext }: { slot: MySlot; isNext: boolean }) {
  const { t } = useTranslation('speak');
  const format = useFormat();
  const coarse = useNow(MINUTE);
  const start = Date.parse(slot.startsAt);
  const end = Date.parse(slot.endsAt);
  const isClose = isNext && start - coarse < HOUR;
  const now = useNow(isClose ? SECOND : MINUTE);
  if (slot.cancelled) return null;
  const words = now < start ? t('startsIn', { relative: format.relative(start - now) }) : now < end ? t('onNow') : t('over', { relative: format.relative(end - now) });
  return (
    <p className={styles.countdown}>
      {isNext && <Badge tone="accent">{t('next')}</Badge>} {words}
    </p>
  );
}
