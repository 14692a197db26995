import type { SearchState, Snapshot } from '../../../src/rules/search/state.js';
import type { Random } from '../../../src/rules/search/random.js';
import type { Tables } from './tables.js';
import type { Timetable } from './instance.js';
import { TrackUse } from './track-use.js';

export const NOWHERE = -1;

/** A way to change a board: takes and puts submissions, and says whether it did anything. */
export type Move = (board: Board, random: Random, atMost: number) => boolean;

/**
 * A timetable in which submissions are taken out of cells and put into them, each in time that does not grow with the timetable.
 * Every change is journalled, so that a whole move can be taken back.
 */
export class Board implements SearchState {
  hard = 0;
  soft = 0;
  /** The part of `soft` that hangs on single submissions and single cells alone: what the rest could save at the most is `soft - plain`. */
  plain = 0;
  readonly cellOf: Int32Array;
  readonly trackIn: Int32Array;
  readonly count: Int32Array;
  /** Slots that are taken in a cell. */
  readonly filled: Int32Array;
  readonly sessionOf: Int32Array;
  readonly use: TrackUse;
  private readonly list: Int32Array;
  /** Submissions that are nowhere, the first `nowhere` of them. */
  readonly tray: Int32Array;
  nowhere = 0;
  private readonly inTray: Int32Array;
  private readonly outOfOrder: Int32Array;
  private readonly touchedTracks: Int32Array;
  private readonly isTouchedTrack: Uint8Array;
  private touchedTrackCount = 0;
  private readonly touchedCells: Int32Array;
  private readonly isTouchedCell: Uint8Array;
  private touchedCellCount = 0;
  private journal = new Int32Array(4096);
  private journalled = 0;
  private before = { hard: 0, soft: 0, plain: 0 };
  private readonly taken: Uint8Array;
  readonly placesMatter: boolean;

  constructor(readonly tables: Tables, private readonly moves: readonly { weight: number; move: Move }[]) {
    const { cells, tracks, rooms, submissions, longest } = tables;
    this.cellOf = new Int32Array(submissions).fill(NOWHERE);
    this.trackIn = new Int32Array(cells).fill(NOWHERE);
    this.count = new Int32Array(cells);
    this.filled = new Int32Array(cells);
    this.sessionOf = Int32Array.from({ length: cells }, (_, cell) => Math.floor(cell / rooms));
    this.use = new TrackUse(tables);
    this.list = new Int32Array(cells * (longest + 1));
    this.outOfOrder = new Int32Array(tracks);
    this.touchedTracks = new Int32Array(tracks);
    this.isTouchedTrack = new Uint8Array(tracks);
    this.touchedCells = new Int32Array(cells);
    this.isTouchedCell = new Uint8Array(cells);
    this.taken = new Uint8Array(submissions);
    this.tray = Int32Array.from({ length: submissions }, (_, submission) => submission);
    this.inTray = Int32Array.from(this.tray);
    this.nowhere = submissions;
    this.placesMatter = tables.overlap.to.length > 0;
    for (const length of tables.length) this.hard += length;
  }

  move(random: Random, atMost: number): boolean {
    let pick = random.next();
    let at = 0;
    while (at < this.moves.length - 1 && pick >= this.moves[at]!.weight) {
      pick -= this.moves[at]!.weight;
      at += 1;
    }
    return this.make(this.moves[at]!.move, random, atMost);
  }

  /** Makes one move of a kind; false when it found nothing to do, and then nothing changed. */
  make(move: Move, random: Random, atMost = Infinity): boolean {
    this.journalled = 0;
    this.before.hard = this.hard;
    this.before.soft = this.soft;
    this.before.plain = this.plain;
    const moved = move(this, random, atMost);
    if (!moved) {
      if (this.journalled > 0) this.undo();
      return false;
    }
    this.settle();
    return true;
  }

  undo(): void {
    for (let at = this.journalled - 3; at >= 0; at -= 3) {
      const submission = this.journal[at]!;
      const cell = this.journal[at + 1]!;
      const position = this.journal[at + 2]!;
      if (this.cellOf[submission] === cell) this.remove(submission, cell, position);
      else this.insert(submission, cell, position);
    }
    this.journalled = 0;
    this.settle();
    this.hard = this.before.hard;
    this.soft = this.before.soft;
    this.plain = this.before.plain;
  }

  /** What all that stands in one cell would cost in another, by itself, more than it does. */
  plainChange(from: number, to: number): number {
    const { tables } = this;
    const count = this.count[from]!;
    if (count === 0) return 0;
    const track = this.trackIn[from]!;
    let change = tables.cellCost[track * tables.cells + to]! - tables.cellCost[track * tables.cells + from]!;
    const first = from * (tables.longest + 1);
    for (let at = first; at < first + count; at += 1) {
      const row = this.list[at]! * tables.cells;
      change += tables.placeCost[row + to]! - tables.placeCost[row + from]!;
    }
    return change;
  }

  at(cell: number, position: number): number {
    return this.list[cell * (this.tables.longest + 1) + position]!;
  }

  room(cell: number): number {
    return this.tables.slots[this.sessionOf[cell]!]! - this.filled[cell]!;
  }

  /** Takes a submission out of its cell. */
  take(submission: number): void {
    const cell = this.cellOf[submission]!;
    const from = cell * (this.tables.longest + 1);
    let position = 0;
    while (this.list[from + position] !== submission) position += 1;
    this.note(submission, cell, position);
    this.remove(submission, cell, position);
  }

  /** Puts a submission that is nowhere into a cell, which must be empty or of its track and have room. */
  put(submission: number, cell: number, position = this.count[cell]!): void {
    this.note(submission, cell, position);
    this.insert(submission, cell, position);
  }

  private note(submission: number, cell: number, position: number): void {
    if (this.journalled + 3 > this.journal.length) {
      const longer = new Int32Array(this.journal.length * 2);
      longer.set(this.journal);
      this.journal = longer;
    }
    this.journal[this.journalled] = submission;
    this.journal[this.journalled + 1] = cell;
    this.journal[this.journalled + 2] = position;
    this.journalled += 3;
  }

  private remove(submission: number, cell: number, position: number): void {
    const { tables } = this;
    const track = tables.trackOf[submission]!;
    this.touch(cell, track);
    const from = cell * (tables.longest + 1);
    const last = (this.count[cell] = this.count[cell]! - 1);
    for (let at = position; at < last; at += 1) this.list[from + at] = this.list[from + at + 1]!;
    this.filled[cell] = this.filled[cell]! - tables.length[submission]!;
    this.cellOf[submission] = NOWHERE;
    this.tray[this.nowhere] = submission;
    this.inTray[submission] = this.nowhere;
    this.nowhere += 1;
    this.hard += tables.length[submission]!;
    const plain = tables.placeCost[submission * tables.cells + cell]!;
    this.plain -= plain;
    this.soft -= plain + this.conflicts(submission, cell);
    if (last === 0) {
      this.trackIn[cell] = NOWHERE;
      const own = tables.cellCost[track * tables.cells + cell]!;
      const session = this.sessionOf[cell]!;
      this.plain -= own;
      this.soft -= own + this.use.leave(track, session, cell - session * tables.rooms);
    }
  }

  private insert(submission: number, cell: number, position: number): void {
    const { tables } = this;
    const track = tables.trackOf[submission]!;
    this.touch(cell, track);
    if (this.count[cell] === 0) {
      this.trackIn[cell] = track;
      const own = tables.cellCost[track * tables.cells + cell]!;
      const session = this.sessionOf[cell]!;
      this.plain += own;
      this.soft += own + this.use.enter(track, session, cell - session * tables.rooms);
    }
    const from = cell * (tables.longest + 1);
    for (let at = this.count[cell]!; at > position; at -= 1) this.list[from + at] = this.list[from + at - 1]!;
    this.list[from + position] = submission;
    this.count[cell] = this.count[cell]! + 1;
    this.filled[cell] = this.filled[cell]! + tables.length[submission]!;
    this.cellOf[submission] = cell;
    const filler = this.tray[--this.nowhere]!;
    this.tray[this.inTray[submission]!] = filler;
    this.inTray[filler] = this.inTray[submission]!;
    this.hard -= tables.length[submission]!;
    const plain = tables.placeCost[submission * tables.cells + cell]!;
    this.plain += plain;
    this.soft += plain + this.conflicts(submission, cell);
  }

  /** What a submission in that cell costs for those in the same session and another room. */
  private conflicts(submission: number, cell: number): number {
    const { start, to, cost } = this.tables.apart;
    const session = this.sessionOf[cell]!;
    let sum = 0;
    for (let at = start[submission]!; at < start[submission + 1]!; at += 1) {
      const other = this.cellOf[to[at]!]!;
      if (other !== NOWHERE && other !== cell && this.sessionOf[other] === session) sum += cost[at]!;
    }
    return sum;
  }

  /** Terms that hang on the places within cells are taken off before the first change of a cell or a track, and added when all is done. */
  private touch(cell: number, track: number): void {
    if (this.tables.ordered[track] === 1 && this.isTouchedTrack[track] === 0) {
      this.isTouchedTrack[track] = 1;
      this.touchedTracks[this.touchedTrackCount++] = track;
      this.soft -= this.outOfOrder[track]! * this.tables.outOfOrder;
    }
    if (this.placesMatter && this.isTouchedCell[cell] === 0) {
      this.soft -= this.overlaps(cell);
      this.isTouchedCell[cell] = 1;
      this.touchedCells[this.touchedCellCount++] = cell;
    }
  }

  private settle(): void {
    while (this.touchedTrackCount > 0) {
      const track = this.touchedTracks[--this.touchedTrackCount]!;
      this.isTouchedTrack[track] = 0;
      this.outOfOrder[track] = this.countOutOfOrder(track);
      this.soft += this.outOfOrder[track] * this.tables.outOfOrder;
    }
    while (this.touchedCellCount > 0) {
      const cell = this.touchedCells[--this.touchedCellCount]!;
      this.isTouchedCell[cell] = 0;
      this.soft += this.overlaps(cell);
    }
  }

  /** What the slots cost that submissions of a cell overlap with related ones in the cells of its session that are not touched. */
  private overlaps(cell: number): number {
    const { tables, cellOf } = this;
    const { start, to, cost } = tables.overlap;
    const session = this.sessionOf[cell]!;
    const from = cell * (tables.longest + 1);
    let sum = 0;
    let begins = 0;
    for (let position = 0; position < this.count[cell]!; position += 1) {
      const submission = this.list[from + position]!;
      const ends = begins + tables.length[submission]!;
      for (let at = start[submission]!; at < start[submission + 1]!; at += 1) {
        const other = cellOf[to[at]!]!;
        if (other === NOWHERE || other === cell || this.sessionOf[other] !== session || this.isTouchedCell[other] === 1) continue;
        const otherBegins = this.beginsAt(to[at]!, other);
        const shared = Math.min(ends, otherBegins + tables.length[to[at]!]!) - Math.max(begins, otherBegins);
        if (shared > 0) sum += shared * cost[at]!;
      }
      begins = ends;
    }
    return sum;
  }

  private beginsAt(submission: number, cell: number): number {
    const from = cell * (this.tables.longest + 1);
    let begins = 0;
    for (let at = from; this.list[at] !== submission; at += 1) begins += this.tables.length[this.list[at]!]!;
    return begins;
  }

  /**
   * How many submissions of a track stand out of their order. Where places within a cell cost nothing else, one stands in order as
   * soon as its cell holds its number: `timetable` puts it there.
   */
  private countOutOfOrder(track: number): number {
    const { tables } = this;
    let wrong = 0;
    let passed = 0;
    for (let cell = 0; cell < tables.cells; cell += 1) {
      if (this.trackIn[cell] !== track) continue;
      const size = this.count[cell]!;
      this.taken.fill(0, 0, size);
      const from = cell * (tables.longest + 1);
      for (let at = 0; at < size; at += 1) {
        const order = tables.order[this.list[from + at]!]!;
        if (order === 0) continue;
        const place = order - 1 - passed;
        if (this.placesMatter ? place !== at : place < 0 || place >= size || this.taken[place] === 1) wrong += 1;
        else this.taken[place] = 1;
      }
      passed += size;
    }
    return wrong;
  }

  save(): Snapshot {
    const { longest, cells } = this.tables;
    const snapshot = new Int32Array(cells + cells * (longest + 1));
    snapshot.set(this.count, 0);
    snapshot.set(this.list, cells);
    return snapshot;
  }

  restore(snapshot: Snapshot): void {
    const { cells, longest, submissions } = this.tables;
    this.journalled = 0;
    for (let submission = 0; submission < submissions; submission += 1) if (this.cellOf[submission] !== NOWHERE) this.take(submission);
    for (let cell = 0; cell < cells; cell += 1) {
      for (let at = 0; at < snapshot[cell]!; at += 1) this.put(snapshot[cells + cell * (longest + 1) + at]!, cell);
    }
    this.settle();
    this.journalled = 0;
  }

  /** The timetable as an answer to the instance. */
  timetable(): Timetable {
    const { tables } = this;
    const passed = new Int32Array(tables.tracks);
    return Array.from({ length: tables.sessions }, (_, session) =>
      Array.from({ length: tables.rooms }, (_, room) => {
        const cell = session * tables.rooms + room;
        const here = Array.from({ length: this.count[cell]! }, (_, at) => this.at(cell, at));
        const track = this.trackIn[cell]!;
        if (track === NOWHERE) return here;
        const before = passed[track]!;
        passed[track] = before + here.length;
        return this.placesMatter || tables.ordered[track] === 0 ? here : inOrder(here, before, tables.order);
      }));
  }
}

/** Puts those that have a number within reach at their numbers, and the others between. */
function inOrder(here: number[], before: number, order: Int32Array): number[] {
  const placed: (number | undefined)[] = here.map(() => undefined);
  const others: number[] = [];
  for (const submission of here) {
    const place = order[submission]! - 1 - before;
    if (order[submission] !== 0 && place >= 0 && place < here.length && placed[place] === undefined) placed[place] = submission;
    else others.push(submission);
  }
  return placed.map((submission) => submission ?? others.shift()!);
}
