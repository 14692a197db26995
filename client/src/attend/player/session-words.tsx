import { useLiveAgenda } from '../../live/live-agenda.js';
import { RichText } from '../../ui/rich-text.js';
import type { IndexedSession } from '../agenda-index.js';
import { SpeakerNames } from '../speaker-names.js';
import styles from './text-only.module.css';

/** A session in words, for who neither watches nor listens. */
export function SessionWords({ entry }: { entry: IndexedSession }) {
  const { texts } = useLiveAgenda();
  const text = texts?.sessions[entry.session.id];
  const words = (text?.abstract.trim() ?? '') || (text?.description.trim() ?? '');
  return (
    <>
      <p className={styles.title}>
        <bdi>{entry.session.title}</bdi>
      </p>
      <p>
        <SpeakerNames speakers={entry.speakers} />
      </p>
      {words !== '' && <RichText text={words} />}
    </>
  );
}
