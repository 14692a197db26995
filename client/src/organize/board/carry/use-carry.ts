import { useMemo, useRef } from 'react';
import type { BoardIndex } from '../model/board-index.js';
import type { BoardRules } from '../model/board-rules.js';
import { followers } from '../model/carried-along.js';
import type { BoardStore } from '../store/board-store.js';
import { CarryStore } from './carry-store.js';

interface Given {
  rules: BoardRules;
  store: BoardStore;
  index: BoardIndex;
  mayMoveIn: (cityId: string) => boolean;
}

/** What is carried over the board, judged by what is known at each moment: one store for as long as the board is open. */
export function useCarry(given: Given): CarryStore {
  const latest = useRef(given);
  latest.current = given;
  const { rules, store } = given;
  return useMemo(() => new CarryStore({
    judge: (all) => rules.judge(all),
    seenOf: store.seenOf,
    follow: (lead, alongside, target) => {
      const { index: { places, placeOf }, mayMoveIn } = latest.current;
      const following = followers(lead.at, target, alongside, places);
      return following?.every(({ to }) => mayMoveIn(placeOf.get(to.roomId)?.city.id ?? '')) === true ? following : null;
    },
  }), [rules, store]);
}
