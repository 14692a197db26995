import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ReleaseSummary } from '@contract/agenda-requests.js';
import { useLiveAgenda } from '../../../live/live-agenda.js';
import { Button } from '../../../ui/button.js';
import { LinkButton } from '../../../ui/link-button.js';
import { Time } from '../../../ui/time.js';
import { useFormat } from '../../../ui/use-format.js';
import { DataTable } from '../../data-table.js';
import { Loaded } from '../../loaded.js';
import organize from '../../organize.module.css';
import { useHistory } from '../use-releases.js';
import { ReleaseCounts } from './release-counts.js';
import { RestoreDialog } from './restore-dialog.js';

interface Props {
  slug: string;
  mayRestore: boolean;
}

/** All releases, the newest first; each leads to what it changed, can be compared, and put back into the draft. */
export function ReleaseHistory({ slug, mayRestore }: Props) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  const history = useHistory(slug);
  const { agenda: { conference } } = useLiveAgenda();
  const [restoring, setRestoring] = useState<number | null>(null);
  const releases = history.data?.pages.flatMap(({ items }) => items) ?? [];
  const nameOf = ({ number }: ReleaseSummary): string => t('history.named', { number: format.number(number) });
  return (
    <section className={organize.section} aria-label={t('history.title')}>
      <div className={organize.head}>
        <h2>{t('history.title')}</h2>
        {releases.length > 0 && <LinkButton href={`/${slug}/organize/releases/compare`}>{t('compare.action')}</LinkButton>}
      </div>
      <Loaded queries={[history]}>
        {() => releases.length === 0 ? <p className={organize.empty}>{t('history.none')}</p> : (
          <>
            <DataTable
              label={t('history.title')}
              rows={releases.map((release) => ({ id: String(release.number), release }))}
              columns={[
                { label: t('history.number'), cell: ({ release }) => <Link to={`/${slug}/organize/releases/${release.number}`}>{nameOf(release)}</Link> },
                { label: t('history.at'), cell: ({ release }) => <Time instant={Date.parse(release.at)} zone={conference.zone} withDay /> },
                { label: t('history.note'), cell: ({ release }) => (release.note === '' ? '–' : <bdi>{release.note}</bdi>) },
                { label: t('history.changes'), cell: ({ release }) => <ReleaseCounts counts={release.counts} /> },
              ]}
              {...(mayRestore ? {
                actions: ({ release }: { release: ReleaseSummary }) => (
                  <Button look="quiet" icon="undo" aria-label={t('restore.named', { number: format.number(release.number) })} onPress={() => setRestoring(release.number)}>{t('restore.action')}</Button>
                ),
              } : {})}
            />
            {history.hasNextPage && <p><Button isDisabled={history.isFetchingNextPage} onPress={() => void history.fetchNextPage()}>{t('history.older')}</Button></p>}
          </>
        )}
      </Loaded>
      {restoring !== null && <RestoreDialog slug={slug} number={restoring} onClose={() => setRestoring(null)} />}
    </section>
  );
}
