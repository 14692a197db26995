import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { sayWhyNot } from '../say-why-not.js';
import { BoardRules } from './model/board-rules.js';
import type { BoardIndex } from './model/board-index.js';
import { type BoardState, BoardStore } from './store/board-store.js';

/** The draft of a conference while its board is open. */
export function useBoard(slug: string): { store: BoardStore; state: BoardState } {
  const { t } = useTranslation('board');
  const notMade = useRef('');
  notMade.current = t('sync.notMade');
  const store = useMemo(() => new BoardStore(slug, (error) => sayWhyNot(error, notMade.current)), [slug]);
  useEffect(() => {
    void store.start();
    return () => store.stop();
  }, [store]);
  return { store, state: useSyncExternalStore(store.subscribe, store.read) };
}

/** The rules over what is shown, brought along with it. */
export function useBoardRules(index: BoardIndex): BoardRules {
  const held = useRef<BoardRules | null>(null);
  held.current ??= new BoardRules(index);
  held.current.follow(index);
  return held.current;
}
