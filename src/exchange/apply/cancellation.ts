import type { ImportedSession } from '../read/imported-schedule.js';
import type { ExistingSlot } from './existing.queries.js';

export interface Cancellation {
  cancelled: boolean;
  /** For people to read. */
  cancelReason: string;
}

/** Why a session is cancelled that its source no longer has. Also how the next import knows that it was not a person who cancelled it. */
export const goneReason = (source: string): string => `No longer in the schedule of ${source}`;
export const cancelledThere = (source: string): string => `Cancelled in the schedule of ${source}`;

/** Is it an import of this source that cancelled it? Then the source may also bring it back. */
export function cancelledByImport(slot: ExistingSlot, source: string): boolean {
  return slot.cancelled && (slot.cancelReason === goneReason(source) || slot.cancelReason === cancelledThere(source));
}

/** What an import makes of a session's cancellation: what a person cancelled stays so, whatever the source says. */
export function settleCancellation(session: ImportedSession, held: ExistingSlot | null, source: string): Cancellation {
  if (held?.cancelled === true && (session.cancelled === true || !cancelledByImport(held, source))) {
    return { cancelled: true, cancelReason: held.cancelReason };
  }
  if (session.cancelled !== true) return { cancelled: false, cancelReason: '' };
  const reason = session.cancelReason ?? '';
  return { cancelled: true, cancelReason: reason === '' ? cancelledThere(source) : reason };
}
