import type { BoardEntry, BoardPlace } from './board-index.js';

/**
 * Whether somebody who plans in these cities only may move a session, as the server sees it: all of it, as planned and as
 * published, is held there; and what is held nowhere is looked after by one of them.
 */
export function isHeldIn(cities: ReadonlySet<string>, { session }: BoardEntry, placeOf: ReadonlyMap<string, BoardPlace>): boolean {
  const held = citiesOf(session, placeOf);
  return held.length > 0 && held.every((id) => cities.has(id));
}

/** Where a session is held, in either plan; the city that looks after it where it is held nowhere. */
function citiesOf({ slot, published, cityId }: BoardEntry['session'], placeOf: ReadonlyMap<string, BoardPlace>): string[] {
  const held = [slot, published].flatMap((one) => (one === null ? [] : [placeOf.get(one.roomId)?.city.id ?? '']));
  return held.length > 0 ? held : cityId == null ? [] : [cityId];
}
