import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useParams } from 'react-router';
import { PagePlaceholder } from '../app/page-placeholder.js';
import { holdsRole, useMe } from '../account/use-me.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { LinkButton } from '../ui/link-button.js';
import { QueryScope } from './query-scope.js';
import styles from './speak-layout.module.css';

const PAGES = [
  { path: '', name: 'slots' },
  { path: '/profile', name: 'profile' },
  { path: '/availability', name: 'availability' },
] as const;

/** What a speaker sees of themself: their slots first. */
export default function SpeakLayout() {
  const { t } = useTranslation('speak');
  const { slug = '' } = useParams();
  const me = useMe();
  if (me.phase === 'loading') return <PagePlaceholder />;
  if (me.phase === 'unreachable') {
    return (
      <EmptyState icon="alert" title={t('unread')} heading="h1" actions={<Button onPress={() => location.reload()}>{t('tryAgain')}</Button>}>
        {t('unreadText')}
      </EmptyState>
    );
  }
  if (me.phase === 'anonymous') {
    return (
      <EmptyState icon="calendar" title={t('signIn')} heading="h1" actions={<LinkButton look="strong" href={`/sign-in?returnTo=${encodeURIComponent(`/${slug}/speak`)}`}>{t('toSignIn')}</LinkButton>}>
        {t('signInText')}
      </EmptyState>
    );
  }
  if (!holdsRole(me, ['speaker'], slug)) {
    return (
      <EmptyState icon="calendar" title={t('notSpeaker')} heading="h1">
        {t('notSpeakerText')}
      </EmptyState>
    );
  }
  return (
    <QueryScope>
      <div className={styles.page}>
        <nav className={styles.nav} aria-label={t('title')}>
          {PAGES.map(({ path, name }) => (
            <NavLink key={name} to={`/${slug}/speak${path}`} end className={styles.link}>
              {t(`nav.${name}`)}
            </NavLink>
          ))}
        </nav>
        <Suspense fallback={<PagePlaceholder />}>
          <Outlet />
        </Suspense>
      </div>
    </QueryScope>
  );
}
