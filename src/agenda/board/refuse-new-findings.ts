import type { EntityManager } from 'typeorm';
import type { BoardSlot, DraftEdit } from '../../contract/board.js';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import type { ToldFinding } from '../../contract/finding.js';
import { problem, type ProblemCode, type ProblemError } from '../../platform/problems/problem-error.js';
import type { Finding, FindingCode } from '../../rules/finding.js';
import { checkPlacement } from '../../rules/placement/check-placement.js';
import { slotOf, worldOfBoard } from '../../rules/placement/world-of-board.js';
import type { Placement, PlacementSlot } from '../../rules/placement/world.js';
import { readBoardPlace } from './board-place.queries.js';
import { readBoardSessions, readBoardSpeakers } from './board-sessions.queries.js';
import { readNeighbours } from './neighbours.queries.js';

/**
 * Refuses an edit that makes a blocking finding which was not there before, by the same rules that the board shows. Under
 * the conference's lock, like every write of the draft, so that of two writers at once who would make one together the
 * second is refused. Findings that were there already may stay: a draft is mended step by step. Only the neighbourhood of
 * what changed is read.
 * @throws ProblemError by the code of the first finding, with all of them
 */
export async function refuseNewFindings(tx: EntityManager, conferenceId: ConferenceId, { changes }: Pick<DraftEdit, 'changes'>): Promise<void> {
  if (changes.every(({ to }) => to === null || to.cancelled)) return;
  const which = await readNeighbours(tx, conferenceId, changes);
  const place = await readBoardPlace(tx, conferenceId);
  const sessions = await readBoardSessions(tx, conferenceId, which);
  const speakers = await readBoardSpeakers(tx, conferenceId, which);
  // whom it is night for is never blocking: audiences are not counted
  const { world, placement } = worldOfBoard({ ...place, sessions, speakers, audiences: [], mayMove: null });
  const moved = new Set(changes.map(({ sessionId }) => sessionId));
  const blocking = (at: Placement): Finding[] =>
    checkPlacement(world, at).filter(({ severity, sessions: concerned }) => severity === 'blocking' && concerned.some((id) => moved.has(id)));
  const known = new Set(blocking(withSlots(placement, changes)).map(identity));
  const found = blocking(placement).filter((finding) => !known.has(identity(finding)));
  if (found.length === 0) return;
  throw refusal(found, new Map(sessions.map(({ id, title }) => [id, title])));
}

/** The placement before the changes. */
function withSlots(placement: Placement, changes: readonly { sessionId: SessionId; from: BoardSlot | null }[]): Placement {
  const before = new Map<SessionId, PlacementSlot>(placement);
  for (const { sessionId, from } of changes) {
    if (from === null) before.delete(sessionId);
    else before.set(sessionId, slotOf(from));
  }
  return before;
}

/** The same rule broken by the same sessions, for the same speaker: however much it is broken. */
function identity({ code, sessions, facts }: Finding): string {
  return [code, ...[...sessions].sort(), 'speaker' in facts ? facts.speaker : ''].join(' ');
}

/** What to do, where a finding of that code is in the way. Those that are missing are never blocking. */
const WAYS_OUT: Partial<Record<FindingCode, string>> = {
  'room-overlap': 'The room is taken at that time. Choose another time or room, or say why this is right.',
  'speaker-overlap': 'A speaker is in another session at that time. Choose another time, or say why this is right.',
  'travel-time': 'A speaker can’t get from one venue to the other in time. Leave more time between, let them appear remotely, or say why this is right.',
  'speaker-unavailable': 'A speaker is not available at that time. Choose a time that they gave, or say why this is right.',
  'room-closed': 'The room is closed at that time. Choose a time within its opening hours, or say why this is right.',
  'outside-satellite-window': 'This is not within a booked window of the satellite. Choose a time within one, margins included, or say why this is right.',
  'uplink-overbooked': 'The venue’s uplinks can’t carry so many stages at once. Choose another time or venue, or say why this is right.',
};

function refusal(findings: readonly Finding[], titles: ReadonlyMap<SessionId, string>): ProblemError {
  const [first] = findings as [Finding, ...Finding[]];
  const code = first.code as ProblemCode & FindingCode;
  return problem(code, WAYS_OUT[code] ?? '', {
    sessions: first.sessions.map((id) => ({ id, title: titles.get(id) ?? '' })),
    findings: findings.slice(0, MOST_TOLD).map(tellFinding),
  });
}

/** Findings in one answer. */
export const MOST_TOLD = 500;

export const tellFinding = ({ code, severity, sessions, facts }: Finding): ToldFinding => ({ code, severity, sessions: [...sessions], facts: { ...facts } });
