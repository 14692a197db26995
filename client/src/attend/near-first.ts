import { wallClock } from '../app/wall-clock.js';

/**
 * Cities' ids with those that may be one's own first: the city named, else those in the reader's zone, else those whose clocks
 * are nearest to theirs. The others keep their order.
 */
export function nearFirst(cityIds: readonly string[], zoneOf: (cityId: string) => string | undefined, mine: string, now: number, own: string | null = null): string[] {
  const away = (cityId: string): number => {
    const zone = zoneOf(cityId);
    return zone === undefined ? Number.POSITIVE_INFINITY : Math.abs(wallClock(now, zone) - wallClock(now, mine));
  };
  const inMine = cityIds.filter((id) => zoneOf(id) === mine);
  const least = Math.min(...cityIds.map(away));
  const near = own !== null && cityIds.includes(own) ? [own] : inMine.length > 0 ? inMine : cityIds.filter((id) => away(id) === least);
  return [...near, ...cityIds.filter((id) => !near.includes(id))];
}
