import { useMemo } from 'react';
import type { BoardEntry, BoardIndex } from './model/board-index.js';

/** What the reader may move: all of it, or what stands in their cities and what stands nowhere yet. */
export interface Reach {
  mayMoveIn: (cityId: string) => boolean;
  mayMove: (entry: BoardEntry) => boolean;
}

export function useReach({ board, placeOf }: BoardIndex): Reach {
  const cities = board.mayMove;
  return useMemo((): Reach => {
    const own = cities === null ? null : new Set<string>(cities);
    const mayMoveIn = (cityId: string): boolean => own === null || own.has(cityId);
    return {
      mayMoveIn,
      mayMove: ({ at }) => {
        const place = at === null ? undefined : placeOf.get(at.roomId);
        return place === undefined || mayMoveIn(place.city.id);
      },
    };
  }, [cities, placeOf]);
}
