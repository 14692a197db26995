import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { SessionDetails } from '@contract/agenda-requests.js';
import type { Page } from '@contract/page.js';
import { askApi } from '../../account/ask-api.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { Skeleton } from '../../ui/skeleton.js';
import { useFormat } from '../../ui/use-format.js';
import { DataTable } from '../data-table.js';
import { languageName } from '../fields/language-options.js';
import { Loaded } from '../loaded.js';
import styles from '../organize.module.css';
import { useOrganize } from '../use-organize.js';
import { filtersIn, isNarrowed, queryOf, withFilters, type SessionFilters } from './session-filters.js';
import { SessionSlot } from './session-slot.js';
import { SessionsBar } from './sessions-bar.js';
import { useLookups, type Lookups } from './use-lookups.js';

/** Every session that the reader looks after, planned or not: found, narrowed, and opened to be changed. */
export default function SessionsPage() {
  const { t } = useTranslation('organize');
  const { slug } = useOrganize();
  const { queries, lookups } = useLookups(slug);
  const [address, setAddress] = useSearchParams();
  const filters = filtersIn(address);
  usePageTitle(t('nav.sessions'));
  const write = (patch: Partial<SessionFilters>): void => setAddress((held) => withFilters(held, { ...filtersIn(held), ...patch }), { replace: true });
  return (
    <section className={styles.section} aria-label={t('nav.sessions')}>
      <div className={styles.head}>
        <h1>{t('nav.sessions')}</h1>
        <LinkButton icon="plus" look="strong" href={`/${slug}/organize/sessions/new`}>
          {t('sessions.add')}
        </LinkButton>
      </div>
      <Loaded queries={queries}>
        {() => (
          <>
            <SessionsBar filters={filters} cities={lookups.cities} tracks={lookups.tracks} onChange={write} />
            <Found slug={slug} filters={filters} lookups={lookups} onClear={() => write({ search: '', cityId: null, trackId: null, state: 'all' })} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Found({ slug, filters, lookups, onClear }: { slug: string; filters: SessionFilters; lookups: Lookups; onClear: () => void }) {
  const { t } = useTranslation('organize');
  const format = useFormat();
  const search = useDeferredValue(filters.search);
  const asked = { ...filters, search };
  const found = useInfiniteQuery({
    queryKey: ['organize', slug, 'sessions', asked],
    queryFn: async ({ pageParam }) => await askApi<Page<SessionDetails>>('GET', `/api/conferences/${encodeURIComponent(slug)}/sessions?${queryOf(asked, pageParam)}`),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  if (found.isPending) return <Skeleton height="24rem" />;
  if (found.isError) {
    return (
      <EmptyState icon="alert" title={t('load.failed')} actions={<Button onPress={() => void found.refetch()}>{t('load.again')}</Button>}>
        {t('load.failedText')}
      </EmptyState>
    );
  }
  const rows = found.data.pages.flatMap(({ items }) => items);
  const total = found.data.pages[0]?.total ?? 0;
  if (rows.length === 0) {
    return isNarrowed(filters) ? (
      <EmptyState icon="search" title={t('sessions.nothing')} actions={<Button onPress={onClear}>{t('sessions.clear')}</Button>}>
        {t('sessions.nothingText')}
      </EmptyState>
    ) : (
      <EmptyState icon="agenda" title={t('sessions.none')}>
        {t('sessions.noneText')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.facts} role="status">
        {t('sessions.count', { count: total, formatted: format.number(total) })}
      </p>
      <SessionsTable slug={slug} rows={rows} lookups={lookups} />
      {found.hasNextPage && (
        <div>
          <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
            {t('sessions.more', { formatted: format.number(total - rows.length) })}
          </Button>
        </div>
      )}
    </>
  );
}

function SessionsTable({ slug, rows, lookups }: { slug: string; rows: readonly SessionDetails[]; lookups: Lookups }) {
  const { t } = useTranslation('organize');
  const { t: say } = useTranslation('session');
  const format = useFormat();
  const names = new Map(lookups.speakers.map(({ id, name }) => [id, name]));
  return (
    <DataTable
      label={t('nav.sessions')}
      rows={rows}
      columns={[
        {
          label: t('sessions.title'),
          cell: ({ id, title }) => (
            <Link to={`/${slug}/organize/sessions/${id}`}>
              <bdi>{title}</bdi>
            </Link>
          ),
        },
        { label: t('sessions.when'), cell: ({ draft }) => (draft === null ? <Badge tone="warn">{t('sessions.state.unscheduled')}</Badge> : <SessionSlot slot={draft} place={lookups.placeOf(draft.roomId)} />) },
        { label: t('sessions.shown'), cell: (session) => <Shown session={session} /> },
        { label: t('sessions.kind'), cell: ({ kind, language }) => [say(`kind.${kind}`), ...(language === null ? [] : [languageName(language, format.locale)])].join(' · ') },
        { label: t('sessions.track'), cell: ({ trackId }) => lookups.tracks.find(({ id }) => id === trackId)?.name ?? '–' },
        { label: t('sessions.people'), cell: ({ appearances }) => (appearances.length === 0 ? '–' : format.list(appearances.map(({ speakerId }) => names.get(speakerId) ?? t('sessions.unknownSpeaker')))) },
      ]}
    />
  );
}

function Shown({ session: { draft, published } }: { session: SessionDetails }) {
  const { t } = useTranslation('organize');
  if (draft?.cancelled ?? published?.cancelled ?? false) return <Badge tone="bad">{t('sessions.state.cancelled')}</Badge>;
  return published === null ? <Badge>{t('sessions.unpublished')}</Badge> : <Badge tone="ok">{t('sessions.published')}</Badge>;
}
