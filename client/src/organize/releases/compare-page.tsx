import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ReleaseSummary } from '@contract/agenda-requests.js';
import type { ReleaseComparison } from '@contract/releases.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { EmptyState } from '../../ui/empty-state.js';
import { Button } from '../../ui/button.js';
import { useFormat } from '../../ui/use-format.js';
import { ChoiceInput } from '../fields/choice-input.js';
import { Loaded } from '../loaded.js';
import organize from '../organize.module.css';
import { useOrganize } from '../use-organize.js';
import { ChangeList } from './changes/change-list.js';
import { groupChanges } from './changes/group-changes.js';
import { useNaming } from './changes/use-naming.js';
import styles from './releases.module.css';
import { useComparison, useHistory } from './use-releases.js';

/** What leads from one release to another, or to the draft. The address says which. */
export default function ComparePage() {
  const { t } = useTranslation('releases');
  const { slug } = useOrganize();
  const history = useHistory(slug);
  usePageTitle(t('compare.title'));
  const releases = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <Link to={`/${slug}/organize/releases`}>{t('history.all')}</Link>
      <h1>{t('compare.title')}</h1>
      <Loaded queries={[history]}>
        {() => releases.length === 0 ? <p className={organize.empty}>{t('history.none')}</p> : (
          <>
            <Compared slug={slug} releases={releases} />
            {history.hasNextPage && <p><Button onPress={() => void history.fetchNextPage()}>{t('compare.older')}</Button></p>}
          </>
        )}
      </Loaded>
    </>
  );
}

const numberIn = (text: string | null): number | null => (text !== null && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null);

function Compared({ slug, releases }: { slug: string; releases: readonly ReleaseSummary[] }) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  const { agenda: { conference } } = useLiveAgenda();
  const [address, setAddress] = useSearchParams();
  const from = numberIn(address.get('from')) ?? releases[0]!.number;
  const to = numberIn(address.get('to')) ?? 'draft';
  const comparison = useComparison(slug, from, to);

  const choices = useMemo(() => {
    const listed = releases.map(({ number, at }) => ({ value: String(number), label: t('compare.choice', { number: format.number(number), day: format.shortDay(Date.parse(at), conference.zone) }) }));
    // an address may name one that is older than those listed so far
    const known = new Set(listed.map(({ value }) => value));
    const named = [...new Set([String(from), String(to)])].filter((value) => value !== 'draft' && !known.has(value));
    return [...listed, ...named.map((value) => ({ value, label: t('history.named', { number: format.number(Number(value)) }) }))];
  }, [releases, from, to, t, format, conference.zone]);

  const choose = (next: { from: string; to: string }): void => setAddress(next, { replace: true, preventScrollReset: true });
  return (
    <>
      <div className={styles.pickers}>
        <ChoiceInput field={{ kind: 'choice', name: 'from', label: t('compare.from'), choices }} value={String(from)} error={undefined} onChange={(value) => choose({ from: value ?? String(from), to: String(to) })} />
        <ChoiceInput
          field={{ kind: 'choice', name: 'to', label: t('compare.to'), choices: [{ value: 'draft', label: t('compare.draft') }, ...choices] }} value={String(to)} error={undefined}
          onChange={(value) => choose({ from: String(from), to: value ?? 'draft' })}
        />
      </div>
      <Loaded queries={[comparison]}>{() => <Differences comparison={comparison.data!} />}</Loaded>
    </>
  );
}

function Differences({ comparison }: { comparison: ReleaseComparison }) {
  const { t } = useTranslation('releases');
  const naming = useNaming(comparison.names);
  const grouped = useMemo(() => groupChanges(comparison.changes), [comparison.changes]);
  if (comparison.changes.length === 0) return <EmptyState icon="check" title={t('compare.same')}>{t('compare.sameText')}</EmptyState>;
  return (
    <section className={organize.section}>
      <h2>{t('compare.differences')}</h2>
      <ChangeList grouped={grouped} naming={naming} />
    </section>
  );
}
