import type { EditKind, Wanted } from '../model/drafting.js';
import { slotFor } from '../model/slot-change.js';
import { type Carried, sameTarget } from './carry-store.js';

/** What letting go comes to: an edit, a refusal for what is in the way, or nothing. */
export type Drop = { drop: 'nothing' } | { drop: 'refused'; carried: Carried } | { drop: 'edit'; what: EditKind; set: readonly Wanted[] };

/** @param waiver why blocking rules may be broken; null: they may not */
export function dropOf(carried: Carried, waiver: string | null): Drop {
  const { lead, alongside, target, findings, act } = carried;
  if (target === null || sameTarget(target, lead.at ?? 'tray')) return { drop: 'nothing' };
  if (target === 'tray') return { drop: 'edit', what: 'unschedule', set: [lead, ...alongside].map(({ session }) => ({ sessionId: session.id, to: null })) };
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  if (blocking.length > 0 && waiver === null) return { drop: 'refused', carried };
  const concerned = new Set<string>(blocking.flatMap(({ sessions }) => sessions));
  const others = carried.beside.map(({ entry, to }) => ({
    sessionId: entry.session.id, to: slotFor(entry, to, concerned.has(entry.session.id) ? waiver : null),
  }));
  const what = lead.at === null ? 'place' : act !== 'move' ? 'resize' : others.length > 0 ? 'bulk' : 'move';
  return { drop: 'edit', what, set: [{ sessionId: lead.session.id, to: slotFor(lead, target, waiver) }, ...others] };
}
