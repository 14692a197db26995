import type { RoomId, SessionId, SpeakerId } from '../contract/ids.js';
import type { FindingOf } from './finding.js';

export interface PlacedSlot {
  sessionId: SessionId;
  roomId: RoomId;
  /** Milliseconds since 1970. */
  startsAt: number;
  endsAt: number;
  /** Minutes that its room needs after it. */
  changeoverMinutes: number;
  /** A shared room holds several sessions at once. */
  shared: boolean;
  speakers: readonly SpeakerId[];
}

/** Two sessions in one room at once, changeover included: what the database's constraint `slot_room_free` forbids. One finding a pair, in the order of time. */
export function findRoomOverlaps(slots: readonly PlacedSlot[], most = Number.POSITIVE_INFINITY): FindingOf<'room-overlap'>[] {
  const rooms = byRoom(slots);
  const findings: FindingOf<'room-overlap'>[] = [];
  for (const [roomId, held] of rooms) {
    for (const [first, second, minutes] of overlaps(held.map(occupied), most - findings.length)) {
      findings.push({ code: 'room-overlap', severity: 'blocking', sessions: [first, second], facts: { room: roomId, minutes } });
    }
  }
  return findings;
}

/** One speaker in two sessions at once, in any role: what `speaker_booking_free` forbids. One finding a pair and speaker. */
export function findSpeakerOverlaps(slots: readonly PlacedSlot[], most = Number.POSITIVE_INFINITY): FindingOf<'speaker-overlap'>[] {
  const findings: FindingOf<'speaker-overlap'>[] = [];
  for (const [speaker, held] of bySpeaker(slots)) {
    for (const [first, second, minutes] of overlaps(held, most - findings.length)) {
      findings.push({ code: 'speaker-overlap', severity: 'blocking', sessions: [first, second], facts: { speaker, minutes } });
    }
  }
  return findings;
}

/**
 * The sessions that overlap some other one in their room or with a speaker. Linear after sorting, so that even a file with
 * thousands of sessions at one moment, whose pairs nobody could list, is settled.
 */
export function findOverlapping(slots: readonly PlacedSlot[]): Set<SessionId> {
  const found = new Set<SessionId>();
  for (const held of byRoom(slots).values()) markOverlapping(held.map(occupied), found);
  for (const held of bySpeaker(slots).values()) markOverlapping(held, found);
  return found;
}

function byRoom(slots: readonly PlacedSlot[]): Map<RoomId, PlacedSlot[]> {
  const rooms = new Map<RoomId, PlacedSlot[]>();
  for (const slot of slots) if (!slot.shared) addTo(rooms, slot.roomId, slot);
  return rooms;
}

function bySpeaker(slots: readonly PlacedSlot[]): Map<SpeakerId, PlacedSlot[]> {
  const speakers = new Map<SpeakerId, PlacedSlot[]>();
  for (const slot of slots) for (const speaker of slot.speakers) addTo(speakers, speaker, slot);
  return speakers;
}

function addTo<K>(index: Map<K, PlacedSlot[]>, key: K, slot: PlacedSlot): void {
  const held = index.get(key);
  if (held === undefined) index.set(key, [slot]);
  else held.push(slot);
}

type Span = Pick<PlacedSlot, 'sessionId' | 'startsAt' | 'endsAt'>;

const occupied = (slot: PlacedSlot): Span => ({ sessionId: slot.sessionId, startsAt: slot.startsAt, endsAt: slot.endsAt + slot.changeoverMinutes * 60_000 });

// a sweep in the order of starts; ends are open: what ends at ten leaves ten o'clock free
function overlaps(spans: readonly Span[], most: number): [SessionId, SessionId, number][] {
  const pairs: [SessionId, SessionId, number][] = [];
  let running: Span[] = [];
  for (const span of inOrder(spans)) {
    running = running.filter((other) => other.endsAt > span.startsAt);
    for (const other of running) {
      if (pairs.length >= most) return pairs;
      pairs.push([other.sessionId, span.sessionId, (Math.min(other.endsAt, span.endsAt) - span.startsAt) / 60_000]);
    }
    running.push(span);
  }
  return pairs;
}

function markOverlapping(spans: readonly Span[], found: Set<SessionId>): void {
  let longest: Span | null = null;
  let before: Span | null = null;
  for (const span of inOrder(spans)) {
    // whoever overlaps a later one overlaps the next one; whoever overlaps an earlier one overlaps the one that ends last
    if (before !== null && before.endsAt > span.startsAt) found.add(before.sessionId).add(span.sessionId);
    if (longest !== null && longest.endsAt > span.startsAt) found.add(longest.sessionId).add(span.sessionId);
    if (longest === null || span.endsAt > longest.endsAt) longest = span;
    before = span;
  }
}

const inOrder = (spans: readonly Span[]): Span[] => spans.toSorted((a, b) => a.startsAt - b.startsAt || (a.sessionId < b.sessionId ? -1 : 1));
