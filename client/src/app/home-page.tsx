import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Page } from '@contract/page.js';
import type { Conference } from '@contract/place.js';
import { AccountMenu } from '../account/account-menu.js';
import { Badge, type Tone } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { Icon } from '../ui/icon.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import styles from './home-page.module.css';
import { LanguageMenu } from './language-menu.js';
import { ThemeMenu } from './theme-menu.js';
import { usePageTitle } from './use-page-title.js';

const client = new QueryClient({ defaultOptions: { queries: { retry: 1 } } });
const TONES: Readonly<Record<Conference['status'], Tone>> = { draft: 'neutral', published: 'accent', live: 'live', ended: 'neutral' };

/** The conferences that are published here. */
export default function HomePage() {
  const { t } = useTranslation();
  usePageTitle(t('home.title'));
  return (
    <QueryClientProvider client={client}>
      <div className={styles.page}>
        <header className={styles.head}>
          <img src="/favicon.svg" alt="" width="40" height="40" />
          <span className={styles.name}>
            {t('app.name')}
            <span className={styles.tagline}>{t('app.tagline')}</span>
          </span>
          <LanguageMenu />
          <ThemeMenu />
          <AccountMenu />
        </header>
        <main id="content">
          <h1 className={styles.title}>{t('home.title')}</h1>
          <Conferences />
        </main>
      </div>
    </QueryClientProvider>
  );
}

function Conferences() {
  const { t } = useTranslation();
  const query = useQuery({ queryKey: ['conferences'], queryFn: readConferences });
  if (query.isPending) return <Skeleton height="8.5rem" />;
  if (query.isError) {
    return (
      <EmptyState icon="alert" title={t('home.failedTitle')} actions={<Button onPress={() => void query.refetch()}>{t('app.retry')}</Button>}>
        {t('home.failedText')}
      </EmptyState>
    );
  }
  if (query.data.items.length === 0) {
    return (
      <EmptyState icon="calendar" title={t('home.emptyTitle')}>
        <p>{t('home.emptyText')}</p>
        <code className={styles.command} dir="ltr">
          npm run meridian -- demo
        </code>
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list}>
      {query.data.items.map((conference) => (
        <ConferenceCard key={conference.id} conference={conference} />
      ))}
    </ul>
  );
}

function ConferenceCard({ conference }: { conference: Conference }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={styles.card} style={conference.accent === null ? undefined : { borderInlineStartColor: conference.accent }}>
      <div className={styles.top}>
        <h2 className={styles.conference} dir="auto">
          <Link to={`/${conference.slug}/agenda`}>{conference.title}</Link>
        </h2>
        <Badge tone={TONES[conference.status]}>{t(`home.status.${conference.status}`)}</Badge>
      </div>
      <p className={styles.facts}>
        <span>{format.dates(conference.startsOn, conference.endsOn)}</span>
        <span>{format.list(conference.languages.map((tag) => format.language(tag)))}</span>
      </p>
      <span className={styles.open} aria-hidden="true">
        {t('home.open')} <Icon name="arrow" size={1} />
      </span>
    </li>
  );
}

async function readConferences(): Promise<Page<Conference>> {
  const response = await fetch('/api/conferences');
  if (!response.ok) throw new Error(`the list of conferences answered ${response.status}`);
  return (await response.json()) as Page<Conference>;
}
