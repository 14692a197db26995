import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';

export interface Selection {
  /** The session that the card is about; the address says it, so that it can be sent to others. */
  chosen: string | null;
  /** All that an edit of many is made to; the chosen one among them. */
  selected: ReadonlySet<string>;
  choose: (sessionId: string | null) => void;
  toggle: (sessionId: string) => void;
  selectAll: (sessionIds: readonly string[]) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

export function useSelection(): Selection {
  const [address, setAddress] = useSearchParams();
  const chosen = address.get('session');
  const [more, setMore] = useState(NOTHING);
  const setChosen = useCallback((sessionId: string | null) => {
    setAddress((held) => {
      const next = new URLSearchParams(held);
      if (sessionId === null) next.delete('session');
      else next.set('session', sessionId);
      return next;
    }, { replace: true, preventScrollReset: true });
  }, [setAddress]);
  return useMemo((): Selection => {
    const selected = more.size > 0 ? more : chosen === null ? NOTHING : new Set([chosen]);
    const select = (ids: ReadonlySet<string>): void => {
      setMore(ids.size > 1 ? ids : NOTHING);
      setChosen(ids.size === 1 ? [...ids][0]! : null);
    };
    return {
      chosen: more.size > 0 ? null : chosen,
      selected,
      choose: (sessionId) => {
        setMore(NOTHING);
        setChosen(sessionId);
      },
      toggle: (sessionId) => {
        const next = new Set(selected);
        if (!next.delete(sessionId)) next.add(sessionId);
        select(next);
      },
      selectAll: (ids) => select(new Set(ids)),
    };
  }, [more, chosen, setChosen]);
}
