import type { PlacedAt } from './board-index.js';

/** Where those go that are carried with another: as far in time, and to its room where all of them came from one room. */
export function followers<E extends { at: PlacedAt | null }>(lead: PlacedAt | null, target: PlacedAt, alongside: readonly E[]): { entry: E; to: PlacedAt }[] {
  if (lead === null) return [];
  const by = target.start - lead.start;
  const oneRoom = alongside.every(({ at }) => at?.roomId === lead.roomId);
  return alongside.flatMap((entry) => (entry.at === null ? [] : [{ entry, to: { roomId: oneRoom ? target.roomId : entry.at.roomId, start: entry.at.start + by, end: entry.at.end + by } }]));
}
