import type { ImportItem } from '../../contract/exchange.js';
import type { RoomId, SessionId, SpeakerId } from '../../contract/ids.js';
import type { FindingOf } from '../../rules/finding.js';
import { findOverlapping, findRoomOverlaps, findSpeakerOverlaps, type PlacedSlot } from '../../rules/find-overlaps.js';
import type { Existing, ExistingSession } from './existing.queries.js';
import type { PlannedSession } from './plan-sessions.js';

const REASON = 'imported with this overlap from ';
export const overlapReason = (source: string): string => `${REASON}${source}`;

/** More pairs than these are waived all the same, but neither counted nor listed. */
const MOST_PAIRS = 20_000;

type Overlap = FindingOf<'room-overlap' | 'speaker-overlap'>;

export interface PlannedWaivers {
  waive: SessionId[];
  /** Waived by an earlier import, and no longer overlapping. */
  lift: SessionId[];
  items: ImportItem[];
  overlaps: number;
}

export interface Names {
  room: (id: RoomId) => { name: string; changeoverMinutes: number; shared: boolean };
  speaker: (id: SpeakerId) => string;
}

/** Overlaps of the file's sessions, with each other and with what else is in the draft: waived, so that all come in. */
export function planWaivers(existing: Existing, planned: readonly PlannedSession[], names: Names): PlannedWaivers {
  const byId = new Map(planned.map((session) => [session.id, session]));
  const others = existing.sessions.filter(({ id, slot }) => !byId.has(id) && slot !== null && !slot.cancelled);
  const slots = [...planned.filter(({ slot }) => !slot.cancelled).map((session) => toSlot(session.id, session.slot, session.appearances, names)),
    ...others.flatMap((session) => (session.slot === null ? [] : [toSlot(session.id, session.slot, session.appearances, names)]))];
  const overlapping = findOverlapping(slots);
  const concerned = (finding: Overlap): boolean => finding.sessions.some((id) => byId.has(id));
  const pairs: Overlap[] = overlapping.size === 0 ? [] : [...findRoomOverlaps(slots, MOST_PAIRS), ...findSpeakerOverlaps(slots, MOST_PAIRS)].filter(concerned);
  const toWaive = new Set([...[...overlapping].filter((id) => byId.has(id)), ...pairs.flatMap(({ sessions }) => sessions)]);
  const held = new Map(existing.sessions.map((session) => [session.id, session]));
  return {
    waive: [...toWaive].filter((id) => held.get(id)?.slot?.waiverReason == null),
    lift: existing.sessions.filter((session) => isOurs(session) && !overlapping.has(session.id)).map(({ id }) => id),
    items: pairs.map((pair) => toItem(pair, byId, held, names)),
    overlaps: pairs.length,
  };
}

const isOurs = ({ slot }: ExistingSession): boolean => slot?.waiverReason?.startsWith(REASON) === true;

function toSlot(
  sessionId: SessionId, slot: { roomId: RoomId; startsAt: number; endsAt: number }, appearances: readonly { speakerId: SpeakerId }[], names: Names,
): PlacedSlot {
  const { changeoverMinutes, shared } = names.room(slot.roomId);
  const { roomId, startsAt, endsAt } = slot;
  return { sessionId, roomId, startsAt, endsAt, changeoverMinutes, shared, speakers: appearances.map(({ speakerId }) => speakerId) };
}

function toItem(
  finding: Overlap, planned: ReadonlyMap<SessionId, PlannedSession>, held: ReadonlyMap<SessionId, ExistingSession>, names: Names,
): ImportItem {
  const [first, second] = finding.sessions.map((id) => ({ title: planned.get(id)?.title ?? held.get(id)?.title ?? '', where: planned.get(id)?.session?.where }));
  const shared = finding.code === 'room-overlap' ? `the room “${names.room(finding.facts.room).name}”` : `the speaker ${names.speaker(finding.facts.speaker)}`;
  return {
    severity: 'waived',
    code: finding.code,
    where: first?.where ?? second?.where ?? '',
    session: first?.title ?? null,
    message: `“${first?.title ?? ''}” and “${second?.title ?? ''}” share ${shared} for ${String(finding.facts.minutes)} minutes: waived.`,
  };
}
