import { useTranslation } from 'react-i18next';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Badge } from '../../ui/badge.js';
import { RichText } from '../../ui/rich-text.js';
import type { IndexedSession } from '../agenda-index.js';
import { Section } from './section.js';
import styles from './session-people.module.css';

export function SessionPeople({ entry }: { entry: IndexedSession }) {
  const { t } = useTranslation('session');
  const { agenda, texts } = useLiveAgenda();
  const people = entry.session.appearances.flatMap((appearance) => {
    const speaker = agenda.speakers[appearance.speakerId];
    return speaker === undefined ? [] : [{ ...appearance, name: speaker.name, biography: texts?.biographies[speaker.id] ?? '', photo: texts?.photos[speaker.id] }];
  });
  if (people.length === 0) return null;
  return (
    <Section title={t('people')}>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={`${person.speakerId} ${person.role}`} className={styles.person}>
            <h3 className={styles.name}>
              {person.photo !== undefined && (
                // beside the name, which says who it is
                <img className={styles.photo} src={`/api/conferences/${agenda.conference.slug}/photos/${person.photo}`} alt="" width="64" height="64" loading="lazy" />
              )}
              <bdi>{person.name}</bdi>
              {person.role !== 'speaker' && <Badge>{t(`role.${person.role}`)}</Badge>}
              {person.mode === 'remote' && <Badge icon="video">{t('remote')}</Badge>}
            </h3>
            {person.biography.trim() !== '' && <RichText text={person.biography} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}
