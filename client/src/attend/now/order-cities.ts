import { isHeld, type CityMoment } from './moments.js';

/**
 * The order in which a reader wants to see cities: first those where something they bookmarked is on or next, then those
 * with something on, then by what starts soonest; as the conference orders them where that says nothing.
 */
export function orderCities(moments: readonly CityMoment[], bookmarked: ReadonlySet<string>): CityMoment[] {
  const rank = (moment: CityMoment): number => {
    if (holdsBookmark(moment, bookmarked)) return 0;
    return moment.status === 'on' ? 1 : 2;
  };
  return moments
    .map((moment, position) => ({ moment, position, rank: rank(moment), start: moment.nextStart ?? Infinity }))
    .sort((a, b) => a.rank - b.rank || (a.rank === 2 && a.start !== b.start ? a.start - b.start : 0) || a.position - b.position)
    .map(({ moment }) => moment);
}

function holdsBookmark(moment: CityMoment, bookmarked: ReadonlySet<string>): boolean {
  return moment.rooms.some((room) => [...room.on, ...room.next].some((entry) => isHeld(entry) && bookmarked.has(entry.session.id)));
}
