import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Direction, neighbour } from '../../attend/grid/neighbour.js';
import type { BoardIndex } from './model/board-index.js';
import type { PlaneFrame } from './plane/plane-frame.js';
import { reveal } from './reveal.js';

export interface Roving {
  /** The one block that the Tab key reaches, and its city; null on an empty board. */
  active: { id: string; cityId: string } | null;
  /** Gives the focus to a session on the board as soon as it is drawn. */
  focus: (sessionId: string) => void;
  /** The focus came to a session by itself. */
  focused: (sessionId: string) => void;
  /** Leads to the session beside, and says which it is; null: there is none. */
  go: (sessionId: string, direction: Direction) => string | null;
}

/** One Tab stop for the whole board. The active session is drawn wherever it is: the focus must not be lost to what is not in view. */
export function useRoving(box: RefObject<HTMLElement | null>, index: BoardIndex, frame: PlaneFrame): Roving {
  const [chosen, setChosen] = useState<string | null>(null);
  const [, setAsked] = useState(0);
  const toFocus = useRef<string | null>(null);
  const revealed = useRef<string | null>(null);
  const latest = useRef({ index, frame });
  latest.current = { index, frame };
  const active = useMemo(() => {
    const held = chosen === null ? undefined : index.byId.get(chosen);
    const entry = held?.at != null && frame.layout.roomAt.has(held.at.roomId) ? held : frame.layout.rooms.find(({ entries }) => entries.length > 0)?.entries[0];
    const place = entry?.at == null ? undefined : index.placeOf.get(entry.at.roomId);
    return entry === undefined || place === undefined ? null : { id: entry.session.id, cityId: place.city.id };
  }, [chosen, index, frame]);

  // waits until it is drawn: what was dropped from the tray is on the board with the next drawing only
  useLayoutEffect(() => {
    const at = toFocus.current === null ? null : index.byId.get(toFocus.current)?.at;
    if (at == null || box.current === null) return;
    if (revealed.current !== toFocus.current) {
      revealed.current = toFocus.current;
      reveal(box.current, frame, at);
    }
    const element = box.current.querySelector<HTMLElement>(`[data-session="${CSS.escape(toFocus.current!)}"] button`);
    if (element === null) return;
    toFocus.current = null;
    revealed.current = null;
    element.focus({ preventScroll: true });
  });

  return useMemo((): Roving => {
    const focus = (sessionId: string): void => {
      toFocus.current = sessionId;
      setChosen(sessionId);
      // also where it was the active one already
      setAsked((times) => times + 1);
    };
    return {
      active,
      focus,
      focused: setChosen,
      go: (sessionId, direction) => {
        const rows = latest.current.frame.layout.rooms.map(({ entries }) => entries.map((entry) => ({ id: entry.session.id, start: entry.at!.start, end: entry.at!.end })));
        const next = neighbour(rows, ({ id }) => id === sessionId, direction);
        if (next !== null) focus(next.id);
        return next?.id ?? null;
      },
    };
  }, [active]);
}
