import type { Best } from '../../../src/rules/search/anneal.js';
import { search, type Search } from '../../../src/rules/search/search.js';
import { Board, type Move } from './board.js';
import type { Instance, Timetable } from './instance.js';
import * as moves from './moves.js';
import { tablesOf, type Tables } from './tables.js';

/** Which moves are tried, and how often: shares, in no unit. */
export function movesFor(tables: Tables): { weight: number; move: Move }[] {
  const shares: [number, Move][] = [
    [25, moves.swapWithinTrack], [20, moves.relocate], [10, moves.swapAnyCells], [8, moves.swapRooms], [8, moves.swapSessions], [8, moves.repartition],
    [5, moves.merge], [5, moves.push], [4, moves.place], [2, moves.swapRoomsOverSessions], [2, moves.trackToRoom], [2, moves.trackInTime],
    [1, moves.swapWholeSessions], [1, moves.forceSwap],
  ];
  if (tables.overlap.to.length > 0) shares.push([8, moves.reorderCell]);
  const all = shares.reduce((sum, [share]) => sum + share, 0);
  return shares.map(([share, move]) => ({ weight: share / all, move }));
}

export function solve(instance: Instance, how: Search): { timetable: Timetable; best: Best } {
  const tables = tablesOf(instance);
  const board = new Board(tables, movesFor(tables));
  const best = search(board, how);
  return { timetable: board.timetable(), best };
}
