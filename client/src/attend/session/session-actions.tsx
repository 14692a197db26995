import { useTranslation } from 'react-i18next';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { LinkButton } from '../../ui/link-button.js';
import type { IndexedSession } from '../agenda-index.js';
import { useBookmarks } from '../bookmarks.js';
import { calendarPath } from '../calendar-link.js';
import { useCopy } from '../use-copy.js';
import styles from './session-actions.module.css';

export function SessionActions({ entry }: { entry: IndexedSession }) {
  const { t } = useTranslation('session');
  const { agenda } = useLiveAgenda();
  const { has, toggle } = useBookmarks();
  const copy = useCopy();
  const { session } = entry;
  const bookmarked = has(session.id);
  const address = `${location.origin}${location.pathname}`;
  return (
    <div className={styles.actions}>
      <Button icon={bookmarked ? 'check' : 'bookmark'} look={bookmarked ? 'plain' : 'strong'} aria-pressed={bookmarked} onPress={() => toggle(session.id)}>
        {t(bookmarked ? 'added' : 'add')}
      </Button>
      <LinkButton icon="calendar" href={calendarPath(agenda.conference.slug, [session.id])} download={`${agenda.conference.slug}.ics`}>
        {t('calendar')}
      </LinkButton>
      {'share' in navigator ? (
        // a person who changes their mind is no failure
        <Button icon="share" onPress={() => void navigator.share({ title: session.title, url: address }).catch(() => undefined)}>
          {t('share')}
        </Button>
      ) : (
        <Button icon="link" onPress={() => copy(address)}>
          {t('copyLink')}
        </Button>
      )}
      {session.url !== null && /^https?:/.test(session.url) && (
        <LinkButton icon="external" href={session.url} outside>
          {t('website')}
        </LinkButton>
      )}
    </div>
  );
}
