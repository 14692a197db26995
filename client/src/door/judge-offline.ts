import type { CheckInOutcome, CheckInRequest, DoorList } from '@contract/attendance.js';
import type { ReadTicket } from './read-ticket.js';

/** What a door decides by its list alone. `unsure`: genuine, but not on the list: newer than it, or replaced since. */
export interface OfflineVerdict {
  outcome: CheckInOutcome | 'unsure';
  ticketId: string | null;
  handle: string | null;
  /** When they were let in before. */
  at: string | null;
}

export type Shown = CheckInRequest['by'];

/**
 * @param read what a scanned token says; null where nothing was scanned or it is no ticket
 * @param here who was let in by this device since the list was read: by ticket, when
 */
export function judgeOffline(shown: Shown, read: ReadTicket | null, list: DoorList, here: ReadonlyMap<string, string>): OfflineVerdict {
  const nobody = { ticketId: null, handle: null, at: null };
  if (shown.kind === 'token') {
    if (read === null) return { ...nobody, outcome: 'unknown' };
    if (read.conferenceId !== list.conferenceId) return { ...nobody, outcome: read.genuine === false ? 'unknown' : 'other-conference' };
  }
  const id = shown.kind === 'token' ? read?.ticketId : shown.kind === 'ticket' ? shown.ticketId : undefined;
  const known = list.tickets.find((ticket) => (shown.kind === 'code' ? ticket.shortCode === shown.code : ticket.id === id));
  // an id of 74 random bits that is on the list was read off a ticket: the signature tells no more
  if (known !== undefined && read?.genuine !== false) {
    const at = here.get(known.id) ?? known.checkedInAt;
    return { outcome: at === null ? 'admitted' : 'already', ticketId: known.id, handle: known.handle, at };
  }
  if (read === null || read.genuine === false) return { ...nobody, outcome: 'unknown' };
  if (read.venueId !== list.venueId) return { ...nobody, outcome: 'other-venue' };
  const at = here.get(read.ticketId) ?? null;
  return { ...nobody, ticketId: read.ticketId, outcome: at === null ? 'unsure' : 'already', at };
}
