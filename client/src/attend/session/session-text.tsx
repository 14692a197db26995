import { useTranslation } from 'react-i18next';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { RichText } from '../../ui/rich-text.js';
import { Skeleton } from '../../ui/skeleton.js';
import type { IndexedSession } from '../agenda-index.js';
import { Section } from './section.js';
import styles from './session-text.module.css';

export function SessionText({ entry }: { entry: IndexedSession }) {
  const { t } = useTranslation('session');
  const { texts, connection } = useLiveAgenda();
  const text = texts?.sessions[entry.session.id];
  const nothing = text === undefined || (text.abstract.trim() === '' && text.description.trim() === '');
  return (
    <Section title={t('about')}>
      {texts === null && (connection.state === 'offline' ? <p className={styles.none}>{t('textsUnread')}</p> : <Skeleton height="8rem" />)}
      {texts !== null && nothing && <p className={styles.none}>{t('noText')}</p>}
      {text !== undefined && text.abstract.trim() !== '' && (
        <div className={styles.abstract}>
          <RichText text={text.abstract} />
        </div>
      )}
      {text !== undefined && text.description.trim() !== '' && text.description !== text.abstract && <RichText text={text.description} />}
    </Section>
  );
}
