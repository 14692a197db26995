import type { Board } from '../../contract/board.js';
import type { DayConflict } from '../../contract/live-day.js';
import type { SessionId } from '../../contract/ids.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { Placement } from '../../rules/placement/world.js';
import type { Day } from '../../rules/ripple/day.js';
import { findBreaks } from '../../rules/ripple/find-breaks.js';

/**
 * Refuses what breaks a rule that it did not break before: an anchor, a satellite window, a room or a speaker taken twice.
 * @throws ProblemError `day-conflict`, naming the session that it breaks and the one that is in the way
 */
export function refuseBreaks(day: Day, slots: Placement, board: Pick<Board, 'sessions'>): void {
  const broken = findBreaks(day, slots).find(({ severity }) => severity === 'blocking');
  if (broken === undefined) return;
  const title = (id: SessionId): string => board.sessions.find((session) => session.id === id)?.title ?? '';
  const concerned = broken.because === null ? [broken.sessionId] : [broken.sessionId, broken.because];
  throw problem('day-conflict', `${wordsFor(broken, title)} Nothing was changed; put it elsewhere.`, { sessions: concerned.map((id) => ({ id, title: title(id) })) });
}

function wordsFor({ code, sessionId, because, minutes }: DayConflict, title: (id: SessionId) => string): string {
  const name = `“${title(sessionId)}”`;
  const other = because === null ? '' : `“${title(because)}”`;
  switch (code) {
    case 'fixed-anchor':
      return `${name} is fixed at its time and would be moved by ${minutes} min.`;
    case 'satellite-window':
      return `${name} would leave its booked satellite window by ${minutes} min.`;
    case 'already-over':
      return `${name} is over already.`;
    case 'travel-time':
      return `There are ${minutes} min too few to get from ${other} to ${name}.`;
    case 'speaker-overlap':
      return `A speaker would be in ${other} and ${name} at the same time, for ${minutes} min.`;
    case 'room-overlap':
    case 'room-lost':
      return `${other} and ${name} would be in one room at the same time, for ${minutes} min, changeover included.`;
    case 'room-closed':
    case 'speaker-unavailable':
      return `${name} is outside of what was agreed by ${minutes} min.`;
  }
}
