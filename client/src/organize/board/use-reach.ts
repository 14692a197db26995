import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../ui/toasts.js';
import { useFormat } from '../../ui/use-format.js';
import type { BoardEntry, BoardIndex } from './model/board-index.js';
import { isHeldIn } from './model/may-move.js';

/** What the reader may move: all of it, or what is held in their cities and looked after by them. */
export interface Reach {
  mayMoveIn: (cityId: string) => boolean;
  mayMove: (entry: BoardEntry) => boolean;
  /** The names of their cities, as a list in words; null: they plan everywhere. */
  only: string | null;
  /** Says in passing why a session stays where it is. */
  sayNotTheirs: (entry: BoardEntry) => void;
}

export function useReach({ board, placeOf }: BoardIndex): Reach {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { mayMove: own, cities } = board;
  const only = useMemo(() => (own === null ? null : format.list(cities.filter(({ id }) => own.includes(id)).map(({ name }) => name))), [own, cities, format]);
  const sayNotTheirs = useCallback(({ session }: BoardEntry) => showToast(t('reach.notYours', { session: session.title, cities: only ?? '' })), [t, only]);
  return useMemo((): Reach => {
    const ids = own === null ? null : new Set<string>(own);
    return { only, sayNotTheirs, mayMoveIn: (cityId) => ids === null || ids.has(cityId), mayMove: (entry) => ids === null || isHeldIn(ids, entry, placeOf) };
  }, [own, only, sayNotTheirs, placeOf]);
}
