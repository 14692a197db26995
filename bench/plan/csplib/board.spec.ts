import fc from 'fast-check';
import { search } from '../../../src/rules/search/search.js';
import { seededRandom } from '../../../src/rules/search/random.js';
import { Board, NOWHERE, type Move } from './board.js';
import { check } from './checker.js';
import { readInstance, type Instance } from './instance.js';
import * as moves from './moves.js';
import { movesFor, solve } from './solve.js';
import { tablesOf } from './tables.js';

const WEIGHTS = [
  'Tracks_Sessions|Penalty', 'Tracks_Rooms|Penalty', 'Sessions_Rooms|Penalty', 'Similar Tracks', 'Number of Rooms per Track', 'Parallel Tracks', 'Consecutive Tracks',
  'Submissions_Timezones', 'Submissions Order', 'Submissions_Sessions|Penalty', 'Submissions_Rooms|Penalty', 'Presenters Conflicts', 'Attendees Conflicts',
  'Chairs Conflicts', 'Presenters Conflicts Timeslot Level', 'Attendees Conflicts Timeslot Level',
];
const PEOPLE = ['Ada', 'Grace', 'Edsger', 'Barbara', 'Donald'];

const anInstance: fc.Arbitrary<Instance> = fc.record({ sessions: fc.integer({ min: 1, max: 4 }), rooms: fc.integer({ min: 1, max: 3 }), tracks: fc.integer({ min: 1, max: 4 }), submissions: fc.integer({ min: 1, max: 10 }) })
  .chain((size) => {
    const penalties = (length: number): fc.Arbitrary<number[]> => fc.array(fc.constantFrom(0, 0, 1, 10, 10_000), { minLength: length, maxLength: length });
    const table = (rows: number, columns: number): fc.Arbitrary<number[][]> => fc.array(penalties(columns), { minLength: rows, maxLength: rows });
    const people = fc.uniqueArray(fc.constantFrom(...PEOPLE), { maxLength: 2 });
    const times = <T>(length: number, of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, { minLength: length, maxLength: length });
    return fc.record({
      weights: fc.record(Object.fromEntries(WEIGHTS.map((name) => [name, fc.constantFrom(0, 1, 7, 100_000)]))),
      tz: fc.constant({ local: 'GMT+1', suitFrom: 540, suitTo: 1080, lessFrom: 420, lessTo: 1320, small: 1, big: 10 }),
      sessions: times(size.sessions, fc.record({ slots: fc.integer({ min: 1, max: 4 }), start: fc.integer({ min: 0, max: 1300 }), end: fc.integer({ min: 0, max: 1439 }) })),
      rooms: fc.constant(Array.from({ length: size.rooms }, (_, n) => `Room ${n}`)),
      tracks: times(size.tracks, fc.record({ chairs: people })),
      submissions: times(size.submissions, fc.record({
        track: fc.integer({ min: 0, max: size.tracks - 1 }), slots: fc.integer({ min: 1, max: 3 }), order: fc.integer({ min: 0, max: 3 }),
        tz: fc.constantFrom('GMT+1', 'GMT-8', 'GMT+5:30'), presenters: people, attendees: people, sp: penalties(size.sessions), rp: penalties(size.rooms),
      })),
      ts: table(size.tracks, size.sessions), tr: table(size.tracks, size.rooms), sr: table(size.sessions, size.rooms), tt: table(size.tracks, size.tracks),
    });
  })
  .map((raw) => readInstance(JSON.stringify(raw)));

/** What the checker says of a board, without those that are nowhere: it knows no half timetables. */
function recomputed(instance: Instance, board: Board): { hard: number; soft: number } {
  const hard = instance.submissions.reduce((sum, { slots }, n) => sum + (board.cellOf[n] === NOWHERE ? slots : 0), 0);
  return { hard, soft: check(instance, board.timetable()).objective };
}

const EVERY = Object.entries<Move>(moves);

it.each(EVERY)('%s changes the cost as recomputing it from nothing does, and its undoing changes nothing', (_, move) => {
  fc.assert(fc.property(anInstance, fc.integer(), (instance, seed) => {
    const tables = tablesOf(instance);
    const board = new Board(tables, movesFor(tables));
    const random = seededRandom(seed);
    for (let step = 0; step < 30; step += 1) board.make(step % 3 === 0 ? moves.relocate : moves.place, random);
    for (let step = 0; step < 10; step += 1) {
      const before = { ...recomputed(instance, board), timetable: board.timetable() };
      if (!board.make(move, random)) continue;
      expect({ hard: board.hard, soft: board.soft }).toEqual(recomputed(instance, board));
      if (step % 2 === 0) continue;
      board.undo();
      expect({ hard: board.hard, soft: board.soft, timetable: board.timetable() }).toEqual(before);
    }
  }), { numRuns: 60 });
});

it('never cuts off a move that would have been kept', () => {
  fc.assert(fc.property(anInstance, fc.integer(), fc.constantFrom(...EVERY), fc.constantFrom(0, 1, 50, 10_000), (instance, seed, [, move], atMost) => {
    const tables = tablesOf(instance);
    const boards = [new Board(tables, movesFor(tables)), new Board(tables, movesFor(tables))] as const;
    const [cut, whole] = boards;
    for (const board of boards) {
      const random = seededRandom(seed);
      for (let step = 0; step < 40; step += 1) board.make(step % 3 === 0 ? moves.relocate : moves.place, random);
    }
    const before = whole.soft;
    const hard = whole.hard;
    const cutMade = cut.make(move, seededRandom(seed + 1), atMost);
    const wholeMade = whole.make(move, seededRandom(seed + 1));
    if (cutMade || !wholeMade) expect(cut.timetable()).toEqual(whole.timetable());
    else expect(whole.hard >= hard && whole.soft - before > atMost).toBe(true);
  }), { numRuns: 400 });
});

it('finds a feasible timetable where one is seen to exist, the same one for the same seed, and says what the checker says of it', () => {
  const instance = readInstance(JSON.stringify({
    weights: { 'Presenters Conflicts': 100, 'Number of Rooms per Track': 1 },
    sessions: [{ slots: 2 }, { slots: 2 }, { slots: 3 }], rooms: ['North', 'South'], tracks: [{}, {}, {}],
    submissions: [[0, 2], [0, 3], [1, 1], [1, 1], [1, 2], [2, 3], [2, 2]].map(([track, slots], n) => ({ track, slots, presenters: [PEOPLE[n % PEOPLE.length]] })),
  }));
  const once = solve(instance, { seed: 3, left: (spent) => 200_000 - spent });
  const again = solve(instance, { seed: 3, left: (spent) => 200_000 - spent });
  expect(check(instance, once.timetable)).toMatchObject({ feasible: true, faults: [], objective: once.best.soft });
  expect(again.timetable).toEqual(once.timetable);
  expect(once.best.hard).toBe(0);
});

it('says what is wrong with a timetable', () => {
  const instance = readInstance(JSON.stringify({ sessions: [{ slots: 1 }], rooms: ['North'], tracks: [{}, {}], submissions: [{ track: 0 }, { track: 1 }, { track: 1 }] }));
  expect(check(instance, [[[0, 1]]]).faults).toEqual(['session 0, room 0: 2 slots in 1', 'session 0, room 0: 2 tracks', 'submission 2 stands 0 times']);
});

it('ends when it is told to, with the best so far', () => {
  const instance = readInstance(JSON.stringify({ sessions: [{ slots: 2 }], rooms: ['North'], tracks: [{}], submissions: [{ track: 0 }, { track: 0 }] }));
  const tables = tablesOf(instance);
  const board = new Board(tables, movesFor(tables));
  let asked = 0;
  const best = search(board, { seed: 1, left: () => 1_000_000, goOn: () => (asked += 1) < 5 });
  expect([asked < 10, best.hard, board.hard]).toEqual([true, 0, 0]);
});
