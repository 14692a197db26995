import { useMemo, useState } from 'react';
import type { SessionId } from '@contract/ids.js';
import type { DayChange, RipplePreview } from '@contract/live-day.js';
import { editMoves } from '@rules/ripple/edit-moves.js';
import { useDesk } from './desk.js';

interface EditedMoves {
  starts: ReadonlyMap<SessionId, number>;
  /** @param start epoch milliseconds; null: as it was worked out */
  putAt: (sessionId: SessionId, start: number | null) => void;
  edited: RipplePreview | null;
}

const NOTHING: ReadonlyMap<SessionId, number> = new Map();

/**
 * A preview as a person has edited it. What they put elsewhere stays there when the ripple is worked out anew, for other
 * options or another agenda; not when they say that something else happens.
 */
export function useEditedMoves(changes: readonly DayChange[], preview: RipplePreview | null): EditedMoves {
  const { day } = useDesk();
  const [held, setHeld] = useState({ changes, starts: NOTHING });
  const starts = held.changes === changes ? held.starts : NOTHING;
  const edited = useMemo(() => (preview === null ? null : editMoves(day, preview, starts)), [day, preview, starts]);
  return {
    starts, edited,
    putAt: (sessionId, start) => {
      const next = new Map(starts);
      if (start === null) next.delete(sessionId);
      else next.set(sessionId, start);
      setHeld({ changes, starts: next });
    },
  };
}
