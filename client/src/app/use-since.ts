import { useZone } from './zone.js';
import { useFormat } from '../ui/use-format.js';

/** An instant of the near past for people, in their own zone: with its day when that is another one. */
export function useSince(): (instant: number) => string {
  const format = useFormat();
  const { mine } = useZone();
  return (instant) =>
    format.day(instant, mine) === format.day(Date.now(), mine) ? format.time(instant, mine) : `${format.shortDay(instant, mine)} ${format.time(instant, mine)}`;
}
