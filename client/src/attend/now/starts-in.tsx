import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import { wholeMinutes } from './progress.js';

const DAY = 24 * 60;

/** How soon something starts, both in epoch milliseconds: to the minute within a day, in days before. */
export function StartsIn({ start, now }: { start: number; now: number }) {
  const { t } = useTranslation('now');
  const format = useFormat();
  const minutes = wholeMinutes(start - now);
  return <>{minutes >= DAY ? format.relative(start - now) : t('startsIn', { time: format.duration(minutes) })}</>;
}
