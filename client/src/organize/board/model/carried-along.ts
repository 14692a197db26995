import type { PlacedAt } from './board-index.js';

/** A session and where it would come to stand. */
export interface Following<E> {
  entry: E;
  to: PlacedAt;
}

type Rooms = readonly { room: { id: string } }[];

/**
 * Where those go that are carried with another: as far in time and as many rooms on, so that they keep the arrangement
 * that they have. Null where one of them would come to stand beyond the last room.
 */
export function followers<E extends { at: PlacedAt | null }>(lead: PlacedAt | null, target: PlacedAt, alongside: readonly E[], rooms: Rooms): Following<E>[] | null {
  if (lead === null || alongside.length === 0) return [];
  const order = orderOf(rooms);
  const by = target.start - lead.start;
  const on = (order.get(target.roomId) ?? 0) - (order.get(lead.roomId) ?? 0);
  const following: Following<E>[] = [];
  for (const entry of alongside) {
    if (entry.at === null) continue;
    const room = rooms[(order.get(entry.at.roomId) ?? -Infinity) + on]?.room;
    if (room === undefined) return null;
    following.push({ entry, to: { roomId: room.id, start: entry.at.start + by, end: entry.at.end + by } });
  }
  return following;
}

const orders = new WeakMap<Rooms, ReadonlyMap<string, number>>();

function orderOf(rooms: Rooms): ReadonlyMap<string, number> {
  let order = orders.get(rooms);
  if (order === undefined) {
    order = new Map(rooms.map(({ room }, n) => [room.id, n]));
    orders.set(rooms, order);
  }
  return order;
}
