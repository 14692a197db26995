import { zoneOffset, type Instance } from './instance.js';

const DAY = 1440;

/** Rows of different length in one array: the row of n is from `start[n]` to `start[n + 1]`. */
export interface Rows {
  start: Int32Array;
  to: Int32Array;
  cost: Float64Array;
}

/** An instance as numbers that are looked up while the search runs, weights already in them. A cell is `session * rooms + room`. */
export interface Tables {
  sessions: number;
  rooms: number;
  cells: number;
  tracks: number;
  submissions: number;
  /** Places of the longest session. */
  longest: number;
  slots: Int32Array;
  length: Int32Array;
  trackOf: Int32Array;
  order: Int32Array;
  /** Submissions of each track. */
  members: Int32Array[];
  /** Of a track in a cell, at `track * cells + cell`. */
  cellCost: Float64Array;
  /** Of a submission in a cell, at `submission * cells + cell`. */
  placeCost: Float64Array;
  /** Of two tracks in one session. */
  together: Rows;
  /** Of two submissions in one session and two rooms. */
  apart: Rows;
  /** Of two submissions, for each slot that they overlap in two rooms. */
  overlap: Rows;
  moreRooms: number;
  moreParallel: number;
  gap: number;
  outOfOrder: number;
  ordered: Uint8Array;
}

export function tablesOf(instance: Instance): Tables {
  const { sessions, rooms, tracks, submissions } = instance;
  const weight = (name: string): number => Math.max(0, instance.weights[name] ?? 0);
  const S = sessions.length;
  const R = rooms.length;
  const cells = S * R;
  const w = {
    ts: weight('Tracks_Sessions|Penalty'), tr: weight('Tracks_Rooms|Penalty'), sr: weight('Sessions_Rooms|Penalty'),
    sp: weight('Submissions_Sessions|Penalty'), rp: weight('Submissions_Rooms|Penalty'), tz: weight('Submissions_Timezones'),
  };
  const cellCost = new Float64Array(tracks.length * cells);
  const placeCost = new Float64Array(submissions.length * cells);
  const each = (use: (cell: number, session: number, room: number) => void): void => {
    for (let cell = 0; cell < cells; cell += 1) use(cell, Math.floor(cell / R), cell % R);
  };
  for (let t = 0; t < tracks.length; t += 1) {
    each((cell, s, r) => {
      cellCost[t * cells + cell] = w.ts * (instance.ts[t]?.[s] ?? 0) + w.tr * (instance.tr[t]?.[r] ?? 0) + w.sr * (instance.sr[s]?.[r] ?? 0);
    });
  }
  for (const [n, submission] of submissions.entries()) {
    const hours = sessions.map((session) => (w.tz === 0 ? 0 : w.tz * hourPenalty(instance, submission.tz, session)));
    each((cell, s, r) => {
      placeCost[n * cells + cell] = submission.slots * (w.sp * (submission.sp[s] ?? 0) + w.rp * (submission.rp[r] ?? 0) + hours[s]!);
    });
  }
  const members = tracks.map((_, t) => Int32Array.from(submissions.keys()).filter((n) => submissions[n]!.track === t));
  const outOfOrder = weight('Submissions Order');
  return {
    sessions: S, rooms: R, cells, tracks: tracks.length, submissions: submissions.length,
    longest: Math.max(1, ...sessions.map(({ slots }) => slots)),
    slots: Int32Array.from(sessions, ({ slots }) => slots),
    length: Int32Array.from(submissions, ({ slots }) => slots),
    trackOf: Int32Array.from(submissions, ({ track }) => track),
    order: Int32Array.from(submissions, ({ order }) => order),
    members, cellCost, placeCost,
    together: rowsOf(tracks.length, (a, b) =>
      weight('Similar Tracks') * (instance.tt[a]?.[b] ?? instance.tt[b]?.[a] ?? 0) + (meet(tracks[a]!.chairs, tracks[b]!.chairs) ? weight('Chairs Conflicts') : 0)),
    apart: rowsOf(submissions.length, (a, b) =>
      (sharePresenter(instance, a, b) ? weight('Presenters Conflicts') : 0) + (shareAttendee(instance, a, b) ? weight('Attendees Conflicts') : 0)),
    overlap: rowsOf(submissions.length, (a, b) =>
      (sharePresenter(instance, a, b) ? weight('Presenters Conflicts Timeslot Level') : 0) +
      (shareAttendee(instance, a, b) ? weight('Attendees Conflicts Timeslot Level') : 0)),
    moreRooms: weight('Number of Rooms per Track'),
    moreParallel: weight('Parallel Tracks'),
    gap: weight('Consecutive Tracks'),
    outOfOrder,
    ordered: Uint8Array.from(members, (of) => (outOfOrder > 0 && of.some((n) => submissions[n]!.order !== 0) ? 1 : 0)),
  };
}

function rowsOf(length: number, costOf: (a: number, b: number) => number): Rows {
  const start = new Int32Array(length + 1);
  const to: number[] = [];
  const cost: number[] = [];
  for (let a = 0; a < length; a += 1) {
    for (let b = 0; b < length; b += 1) {
      const value = a === b ? 0 : costOf(Math.min(a, b), Math.max(a, b));
      if (value === 0) continue;
      to.push(b);
      cost.push(value);
    }
    start[a + 1] = to.length;
  }
  return { start, to: Int32Array.from(to), cost: Float64Array.from(cost) };
}

const meet = (some: readonly string[], others: readonly string[]): boolean => some.some((one) => one !== '' && others.includes(one));

function sharePresenter(instance: Instance, a: number, b: number): boolean {
  const [one, other] = [instance.submissions[a]!, instance.submissions[b]!];
  return meet(one.presenters, other.presenters) || chairsTheOther(instance, one.track, other.track, one.presenters, other.presenters);
}

/** The library counts who attends one and presents the other as well. */
function shareAttendee(instance: Instance, a: number, b: number): boolean {
  const [one, other] = [instance.submissions[a]!, instance.submissions[b]!];
  return (
    meet(one.attendees, other.attendees) || meet(one.attendees, other.presenters) || meet(other.attendees, one.presenters) ||
    chairsTheOther(instance, one.track, other.track, one.attendees, other.attendees)
  );
}

function chairsTheOther(instance: Instance, track: number, otherTrack: number, people: readonly string[], others: readonly string[]): boolean {
  if (track === otherTrack) return false;
  return meet(people, instance.tracks[otherTrack]!.chairs) || meet(others, instance.tracks[track]!.chairs);
}

/** 0, `small` or `big` by the presenter's clock at the session's start and end. */
function hourPenalty({ tz }: Instance, zone: string | undefined, { start, end }: { start: number; end: number }): number {
  const ahead = zoneOffset(zone === undefined || zone === '' ? tz.local : zone) - zoneOffset(tz.local);
  const from = (((start + ahead) % DAY) + DAY) % DAY;
  const to = (((end + ahead) % DAY) + DAY) % DAY;
  if (from < tz.lessFrom || to > tz.lessTo || to < tz.lessFrom) return tz.big;
  if ((from >= tz.lessFrom && from < tz.suitFrom) || (to > tz.suitTo && to <= tz.lessTo)) return tz.small;
  return 0;
}
