import { useTranslation } from 'react-i18next';
import type { OpeningHours } from '@contract/opening-hours.js';
import { useFormat } from '../../ui/use-format.js';

/** When a room is open, in one line, with the zone of its city. */
export function OpeningHoursInShort({ hours, zone }: { hours: readonly OpeningHours[]; zone: string }) {
  const { t } = useTranslation('organize');
  const format = useFormat();
  if (hours.length === 0) return t('room.always');
  const parts = hours.map(({ on, opens, closes }) => {
    // the same digits in every zone: they are read from a clock, and are no instants
    const at = (time: string): number => Date.parse(`1970-01-01T${time}Z`);
    const times = opens === null || closes === null ? t('room.closed') : format.timeRange(at(opens), at(closes) + (closes <= opens ? 86_400_000 : 0), 'UTC');
    return on === null ? times : `${format.shortDay(Date.parse(on), 'UTC')}: ${times}`;
  });
  return `${format.list(parts)} (${format.zoneName(zone, Date.now())})`;
}
