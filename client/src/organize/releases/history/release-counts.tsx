import { useTranslation } from 'react-i18next';
import type { ReleaseSummary } from '@contract/agenda-requests.js';
import { useFormat } from '../../../ui/use-format.js';

const COUNTED = ['added', 'moved', 'cancelled', 'edited', 'withdrawn'] as const;

/** How many sessions a release changed in which way: "2 new, 1 moved". */
export function ReleaseCounts({ counts }: { counts: ReleaseSummary['counts'] }) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  const said = COUNTED.filter((sort) => counts[sort] > 0).map((sort) => t(`counts.${sort}`, { count: counts[sort], formatted: format.number(counts[sort]) }));
  return <>{said.length === 0 ? t('counts.none') : said.join(t('changelog.comma'))}</>;
}
