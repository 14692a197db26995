import { NOWHERE, type Board, type Move } from './board.js';

/** Takes all that stands in a cell, in order, into `into`; returns how many. */
function empty(board: Board, cell: number, into: Int32Array): number {
  const count = board.count[cell]!;
  for (let at = 0; at < count; at += 1) into[at] = board.at(cell, at);
  for (let at = count - 1; at >= 0; at -= 1) board.take(into[at]!);
  return count;
}

function fill(board: Board, cell: number, from: Int32Array, count: number): void {
  for (let at = 0; at < count; at += 1) board.put(from[at]!, cell);
}

const MOST = 4096;
const HERE = new Int32Array(MOST);
const THERE = new Int32Array(MOST);

/** Swaps what stands in two cells, where it fits. */
function swapCells(board: Board, a: number, b: number, atMost = Infinity): boolean {
  const slots = board.tables.slots;
  if (a === b || board.filled[a]! > slots[board.sessionOf[b]!]! || board.filled[b]! > slots[board.sessionOf[a]!]!) return false;
  if (board.count[a] === 0 && board.count[b] === 0) return false;
  if (atMost !== Infinity && board.plainChange(a, b) + board.plainChange(b, a) > atMost + board.soft - board.plain) return false;
  const here = empty(board, a, HERE);
  const there = empty(board, b, THERE);
  fill(board, b, HERE, here);
  fill(board, a, THERE, there);
  return true;
}

/** A submission goes to another cell: an empty one or one of its track. One that is nowhere yet goes first. */
export const relocate: Move = (board, random, atMost) => {
  const { tables } = board;
  const submission = random.below(tables.submissions);
  const from = board.cellOf[submission]!;
  const cell = random.below(3) === 0 ? random.below(tables.cells) : cellOfTrack(board, tables.trackOf[submission]!, random);
  if (cell === NOWHERE || cell === from) return false;
  if (board.room(cell) < tables.length[submission]! || (board.count[cell]! > 0 && board.trackIn[cell] !== tables.trackOf[submission])) return false;
  if (from !== NOWHERE) {
    const row = submission * tables.cells;
    const saved = tables.placeCost[row + from]! + (board.count[from] === 1 ? tables.cellCost[tables.trackOf[submission]! * tables.cells + from]! : 0);
    if (tables.placeCost[row + cell]! - saved > atMost + board.soft - board.plain) return false;
    board.take(submission);
  }
  putSomewhere(board, submission, cell, random);
  return true;
};

function putSomewhere(board: Board, submission: number, cell: number, random: { below(below: number): number }): void {
  board.put(submission, cell, board.placesMatter ? random.below(board.count[cell]! + 1) : board.count[cell]!);
}

/** The cell of some member of the track. */
function cellOfTrack(board: Board, track: number, random: { below(below: number): number }): number {
  const members = board.tables.members[track]!;
  return board.cellOf[members[random.below(members.length)]!]!;
}

/** Two submissions of a track change places. */
export const swapWithinTrack: Move = (board, random, atMost) => {
  const { tables } = board;
  const one = random.below(tables.submissions);
  const members = tables.members[tables.trackOf[one]!]!;
  const other = members[random.below(members.length)]!;
  const a = board.cellOf[one]!;
  const b = board.cellOf[other]!;
  if (one === other || a === b || a === NOWHERE || b === NOWHERE) return false;
  const longer = tables.length[one]! - tables.length[other]!;
  if (board.room(b) < longer || board.room(a) < -longer) return false;
  const { placeCost, cells } = tables;
  const plain = placeCost[one * cells + b]! - placeCost[one * cells + a]! + placeCost[other * cells + a]! - placeCost[other * cells + b]!;
  if (plain > atMost + board.soft - board.plain) return false;
  board.take(one);
  board.take(other);
  putSomewhere(board, one, b, random);
  putSomewhere(board, other, a, random);
  return true;
};

/** Two submissions of one cell change places: of use only where places within a cell cost something. */
export const reorderCell: Move = (board, random) => {
  const submission = random.below(board.tables.submissions);
  const cell = board.cellOf[submission]!;
  if (cell === NOWHERE || board.count[cell]! < 2) return false;
  board.take(submission);
  board.put(submission, cell, random.below(board.count[cell]! + 1));
  return true;
};

export const swapAnyCells: Move = (board, random, atMost) => {
  const a = usedCell(board, random);
  return a !== NOWHERE && swapCells(board, a, random.below(board.tables.cells), atMost);
};

/** Swaps two cells of one session. */
export const swapRooms: Move = (board, random, atMost) => {
  const a = usedCell(board, random);
  if (a === NOWHERE) return false;
  const { rooms } = board.tables;
  return swapCells(board, a, board.sessionOf[a]! * rooms + random.below(rooms), atMost);
};

/** Swaps two cells of one room. */
export const swapSessions: Move = (board, random, atMost) => {
  const a = usedCell(board, random);
  if (a === NOWHERE) return false;
  const { rooms, sessions } = board.tables;
  return swapCells(board, a, random.below(sessions) * rooms + (a % rooms), atMost);
};

function usedCell(board: Board, random: { below(below: number): number }): number {
  return board.cellOf[random.below(board.tables.submissions)]!;
}

/** Two rooms change what they hold over a range of sessions. */
export const swapRoomsOverSessions: Move = (board, random) => {
  const { rooms, sessions } = board.tables;
  const a = random.below(rooms);
  const b = random.below(rooms);
  if (a === b) return false;
  const first = random.below(sessions);
  const last = first + random.below(sessions - first);
  let moved = false;
  for (let session = first; session <= last; session += 1) moved = swapCells(board, session * rooms + a, session * rooms + b) || moved;
  return moved;
};

/** Two sessions change all that they hold; where one cell does not fit, none moves. */
export const swapWholeSessions: Move = (board, random) => {
  const { rooms, sessions, slots } = board.tables;
  const a = random.below(sessions);
  const b = random.below(sessions);
  if (a === b) return false;
  for (let room = 0; room < rooms; room += 1) {
    if (board.filled[a * rooms + room]! > slots[b]! || board.filled[b * rooms + room]! > slots[a]!) return false;
  }
  let moved = false;
  for (let room = 0; room < rooms; room += 1) moved = swapCells(board, a * rooms + room, b * rooms + room) || moved;
  return moved;
};

/** What two cells of a track hold is dealt out anew between them; one may be left empty, and what fits no more is nowhere. */
export const repartition: Move = (board, random) => {
  const { tables } = board;
  const one = random.below(tables.submissions);
  const a = board.cellOf[one]!;
  const b = cellOfTrack(board, tables.trackOf[one]!, random);
  if (a === b || a === NOWHERE || b === NOWHERE) return false;
  const here = empty(board, a, HERE);
  const there = empty(board, b, THERE);
  HERE.set(THERE.subarray(0, there), here);
  const all = here + there;
  for (let at = all - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    const kept = HERE[at]!;
    HERE[at] = HERE[other]!;
    HERE[other] = kept;
  }
  for (let at = 0; at < all; at += 1) {
    const submission = HERE[at]!;
    const length = tables.length[submission]!;
    const first = random.below(2) === 0 ? a : b;
    const second = first === a ? b : a;
    if (board.room(first) >= length) board.put(submission, first);
    else if (board.room(second) >= length) board.put(submission, second);
  }
  return true;
};

/** One cell of a track takes all that another holds, as far as it fits. */
export const merge: Move = (board, random) => {
  const { tables } = board;
  const one = random.below(tables.submissions);
  const from = board.cellOf[one]!;
  const to = cellOfTrack(board, tables.trackOf[one]!, random);
  if (from === to || from === NOWHERE || to === NOWHERE) return false;
  const all = empty(board, from, HERE);
  let moved = 0;
  for (let at = 0; at < all; at += 1) {
    const fits = board.room(to) >= tables.length[HERE[at]!]!;
    board.put(HERE[at]!, fits ? to : from);
    if (fits) moved += 1;
  }
  return moved > 0;
};

/** A whole track goes to one other room, whatever stands there coming back in its place. */
export const trackToRoom: Move = (board, random) => {
  const { rooms } = board.tables;
  const track = board.tables.trackOf[random.below(board.tables.submissions)]!;
  const to = random.below(rooms);
  let moved = false;
  for (let session = 0; session < board.tables.sessions; session += 1) {
    if (board.use.inSession[session * board.tables.tracks + track] === 0) continue;
    for (let room = 0; room < rooms; room += 1) {
      const cell = session * rooms + room;
      if (room === to || board.trackIn[cell] !== track) continue;
      moved = swapCells(board, cell, session * rooms + to) || moved;
      break;
    }
  }
  return moved;
};

/** A whole track moves by some sessions within its rooms. */
export const trackInTime: Move = (board, random) => {
  const { rooms, sessions, tracks } = board.tables;
  const track = board.tables.trackOf[random.below(board.tables.submissions)]!;
  const by = random.below(2 * sessions - 1) - sessions + 1;
  if (by === 0) return false;
  let moved = false;
  for (let step = 0; step < sessions; step += 1) {
    // from the end that it moves to, so that no cell is moved twice
    const session = by > 0 ? sessions - 1 - step : step;
    const target = session + by;
    if (board.use.inSession[session * tracks + track] === 0) continue;
    if (target < 0 || target >= sessions) return false;
    for (let room = 0; room < rooms; room += 1) {
      if (board.trackIn[session * rooms + room] !== track) continue;
      if (!swapCells(board, session * rooms + room, target * rooms + room)) return false;
      moved = true;
    }
  }
  return moved;
};

/** One cell's content pushes out another's, which goes to an empty cell. */
export const push: Move = (board, random) => {
  const a = usedCell(board, random);
  const b = usedCell(board, random);
  const c = random.below(board.tables.cells);
  if (a === NOWHERE || b === NOWHERE || a === b || c === a || c === b) return false;
  return swapCells(board, b, c) && swapCells(board, a, b);
};

/** A submission that is nowhere gets a place; what is in its way is nowhere then. */
export const place: Move = (board, random) => {
  if (board.nowhere === 0) return false;
  const { tables } = board;
  const submission = board.tray[random.below(board.nowhere)]!;
  const track = tables.trackOf[submission]!;
  const own = random.below(2) === 0 ? cellOfTrack(board, track, random) : NOWHERE;
  const cell = own === NOWHERE ? random.below(tables.cells) : own;
  const length = tables.length[submission]!;
  if (tables.slots[board.sessionOf[cell]!]! < length) return false;
  if (board.count[cell]! > 0 && board.trackIn[cell] !== track) empty(board, cell, HERE);
  while (board.room(cell) < length) board.take(board.at(cell, random.below(board.count[cell]!)));
  putSomewhere(board, submission, cell, random);
  return true;
};

/** Two cells swap what fits of what they hold; the rest is nowhere. */
export const forceSwap: Move = (board, random) => {
  const a = usedCell(board, random);
  const b = random.below(board.tables.cells);
  if (a === NOWHERE || a === b) return false;
  const here = empty(board, a, HERE);
  const there = empty(board, b, THERE);
  fillWhatFits(board, b, HERE, here);
  fillWhatFits(board, a, THERE, there);
  return true;
};

function fillWhatFits(board: Board, cell: number, from: Int32Array, count: number): void {
  for (let at = 0; at < count; at += 1) if (board.room(cell) >= board.tables.length[from[at]!]!) board.put(from[at]!, cell);
}
