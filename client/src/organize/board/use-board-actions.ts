import { useMemo } from 'react';
import type { BoardEntry, PlacedAt } from './model/board-index.js';
import type { Seen, Wanted } from './model/drafting.js';
import { slotFor } from './model/slot-change.js';
import type { BoardStore } from './store/board-store.js';

/** What can be done to sessions beside carrying them. Each is one draft edit that can be undone. */
export interface BoardActions {
  unschedule: (entries: readonly BoardEntry[]) => void;
  place: (entry: BoardEntry, at: PlacedAt, waiver?: string | null) => void;
  anchor: (entry: BoardEntry, anchor: 'fixed' | 'floating') => void;
  /** Lets a session break blocking rules where it stands; null: no longer. */
  waive: (entry: BoardEntry, reason: string | null) => void;
  /** Many at once. `seen` says what is replaced, where it was looked at a while ago: what others did since becomes a choice. */
  bulk: (set: readonly Wanted[], seen?: Seen) => void;
  seenOf: (sessionIds: readonly string[]) => Seen;
}

export function useBoardActions(store: BoardStore): BoardActions {
  return useMemo((): BoardActions => ({
    unschedule: (entries) => store.edit('unschedule', entries.filter(({ at }) => at !== null).map(({ session }) => ({ sessionId: session.id, to: null }))),
    place: (entry, at, waiver = null) => store.edit(entry.at === null ? 'place' : 'move', [{ sessionId: entry.session.id, to: slotFor(entry, at, waiver) }]),
    anchor: ({ session }, anchor) => {
      if (session.slot !== null && session.slot.anchor !== anchor) store.edit('anchor', [{ sessionId: session.id, to: { ...session.slot, anchor } }]);
    },
    waive: ({ session }, reason) => {
      if (session.slot !== null) store.edit('waive', [{ sessionId: session.id, to: { ...session.slot, waiver: reason } }]);
    },
    bulk: (set, seen) => store.edit('bulk', set, seen),
    seenOf: store.seenOf,
  }), [store]);
}
