import type { SessionId } from '../../contract/ids.js';
import type { DayConflict } from '../../contract/live-day.js';
import type { Placement, PlacementSlot } from '../placement/world.js';
import { MINUTE, speakersOf, venueOf, type Day } from './day.js';
import { findLimits } from './limits.js';

/**
 * What is broken by putting sessions into these slots that is not broken on the published agenda: anchors, windows and hours
 * left, rooms and speakers taken twice. Asks nothing of how the slots were found, so it judges what a person has edited,
 * and proves what the ripple worked out.
 */
export function findBreaks(day: Day, slots: Placement): DayConflict[] {
  const found = [...slots].flatMap(([id, slot]) => findLimits(day, id, slot).map((limit): DayConflict => ({ ...limit, because: null })));
  const seen = new Set<string>();
  const arrivals = new Map<string, SessionId[]>();
  for (const [id, slot] of slots) arrivals.set(slot.roomId, [...(arrivals.get(slot.roomId) ?? []), id]);
  for (const [id, slot] of slots) {
    if (slot.cancelled) continue;
    const bound: [SessionId, Bond][] = [
      ...[...(day.inRoom.get(slot.roomId) ?? []), ...(arrivals.get(slot.roomId) ?? [])].map((other): [SessionId, Bond] => [other, 'room']),
      ...speakersOf(day.world, id).flatMap((speaker) => (day.ofSpeaker.get(speaker) ?? []).map((other): [SessionId, Bond] => [other, speaker])),
    ];
    for (const [otherId, bond] of bound) {
      const key = [...[id, otherId].sort(), bond].join(' ');
      const other = slots.get(otherId) ?? day.published.get(otherId);
      if (otherId === id || seen.has(key) || other === undefined || other.cancelled) continue;
      seen.add(key);
      const now = lack(day, [id, slot], [otherId, other], bond);
      const before = lackBefore(day, id, otherId, bond);
      if (now.minutes <= before) continue;
      const [first, second] = slot.startsAt <= other.startsAt ? [id, otherId] : [otherId, id];
      found.push({ code: now.code, severity: 'blocking', sessionId: second, because: first, minutes: now.minutes });
    }
  }
  return found;
}

/** A room, or the id of a speaker. */
type Bond = string;
interface Lack {
  code: 'room-overlap' | 'speaker-overlap' | 'travel-time';
  /** Of time between the two; 0 where there is enough. */
  minutes: number;
}

function lack(day: Day, [a, slot]: [SessionId, PlacementSlot], [b, other]: [SessionId, PlacementSlot], bond: Bond): Lack {
  const gap = Math.max(slot.startsAt, other.startsAt) - (slot.startsAt <= other.startsAt ? slot.endsAt : other.endsAt);
  const short = (needed: number): number => Math.max(0, Math.ceil((needed - gap) / MINUTE));
  if (bond === 'room') {
    const room = slot.roomId === other.roomId ? day.world.rooms.get(slot.roomId) : undefined;
    return { code: 'room-overlap', minutes: room === undefined || room.shared ? 0 : short(room.changeoverMinutes * MINUTE) };
  }
  if (gap < 0) return { code: 'speaker-overlap', minutes: short(0) };
  const [from, to] = [venueOf(day.world, slot), venueOf(day.world, other)];
  const travels = from !== null && to !== null && from !== to && [a, b].every((id) => isOnSite(day, id, bond));
  return { code: 'travel-time', minutes: travels ? short(day.travel.between(from, to).minutes * MINUTE) : 0 };
}

/** What the agenda as it is lacks of time between the two; endless where they overlap, so that an overlap which was let be stays let be. */
function lackBefore(day: Day, a: SessionId, b: SessionId, bond: Bond): number {
  const [slot, other] = [day.published.get(a), day.published.get(b)];
  if (slot === undefined || other === undefined || slot.cancelled || other.cancelled) return 0;
  const held = lack(day, [a, slot], [b, other], bond);
  const overlap = slot.startsAt < other.endsAt && other.startsAt < slot.endsAt;
  return overlap && held.minutes > 0 ? Number.POSITIVE_INFINITY : held.minutes;
}

const isOnSite = (day: Day, id: SessionId, speaker: string): boolean =>
  day.world.sessions.get(id)?.appearances.some((appearance) => appearance.speakerId === speaker && appearance.mode === 'on-site') === true;
