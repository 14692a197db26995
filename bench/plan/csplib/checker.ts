import { zoneOffset, type Instance, type Timetable } from './instance.js';

export interface Verdict {
  feasible: boolean;
  /** What is wrong, when something is. */
  faults: string[];
  objective: number;
  /** Each term's share of the objective, by the name of its weight. */
  terms: Record<string, number>;
}

interface Standing {
  submission: number;
  session: number;
  room: number;
  begins: number;
  ends: number;
}

/**
 * Judges a timetable slowly and plainly, term by term from the description of the format. It shares nothing with the search: not
 * its tables, not its costs.
 */
export function check(instance: Instance, timetable: Timetable): Verdict {
  const { sessions, rooms, tracks, submissions } = instance;
  const faults: string[] = [];
  const standing: Standing[] = [];
  const used: { session: number; room: number; track: number }[] = [];
  if (timetable.length !== sessions.length) faults.push(`${timetable.length} sessions instead of ${sessions.length}`);
  timetable.forEach((row, session) => {
    if (row.length !== rooms.length) faults.push(`session ${session} has ${row.length} rooms instead of ${rooms.length}`);
    row.forEach((cell, room) => {
      let begins = 0;
      for (const submission of cell) {
        const ends = begins + submissions[submission]!.slots;
        standing.push({ submission, session, room, begins, ends });
        begins = ends;
      }
      if (begins > sessions[session]!.slots) faults.push(`session ${session}, room ${room}: ${begins} slots in ${sessions[session]!.slots}`);
      const here = new Set(cell.map((submission) => submissions[submission]!.track));
      if (here.size > 1) faults.push(`session ${session}, room ${room}: ${here.size} tracks`);
      for (const track of here) used.push({ session, room, track });
    });
  });
  submissions.forEach((_, submission) => {
    const times = standing.filter((one) => one.submission === submission).length;
    if (times !== 1) faults.push(`submission ${submission} stands ${times} times`);
  });
  const amounts: Record<string, number> = {
    'Tracks_Sessions|Penalty': total(used, ({ track, session }) => instance.ts[track]?.[session] ?? 0),
    'Tracks_Rooms|Penalty': total(used, ({ track, room }) => instance.tr[track]?.[room] ?? 0),
    'Sessions_Rooms|Penalty': total(used, ({ session, room }) => instance.sr[session]?.[room] ?? 0),
    'Similar Tracks': pairs(used, (a, b) => (a.session === b.session && a.track !== b.track ? similarity(instance, a.track, b.track) : 0)),
    'Chairs Conflicts': pairs(used, (a, b) => (a.session === b.session && a.track !== b.track && share(tracks[a.track]!.chairs, tracks[b.track]!.chairs) ? 1 : 0)),
    'Number of Rooms per Track': total([...tracks.keys()], (track) => Math.max(0, distinct(used.filter((cell) => cell.track === track).map(({ room }) => room)).length - 1)),
    'Parallel Tracks': total([...tracks.keys()], (track) =>
      total([...sessions.keys()], (session) => Math.max(0, used.filter((cell) => cell.track === track && cell.session === session).length - 1))),
    'Consecutive Tracks': total([...tracks.keys()], (track) => (hasGap(distinct(used.filter((cell) => cell.track === track).map(({ session }) => session))) ? 1 : 0)),
    'Submissions_Sessions|Penalty': total(standing, ({ submission, session }) => submissions[submission]!.slots * (submissions[submission]!.sp[session] ?? 0)),
    'Submissions_Rooms|Penalty': total(standing, ({ submission, room }) => submissions[submission]!.slots * (submissions[submission]!.rp[room] ?? 0)),
    'Submissions_Timezones': total(standing, ({ submission, session }) => submissions[submission]!.slots * unsuitable(instance, submission, session)),
    'Presenters Conflicts': pairs(standing, (a, b) => (elsewhere(a, b) && presentersMeet(instance, a.submission, b.submission) ? 1 : 0)),
    'Presenters Conflicts Timeslot Level': pairs(standing, (a, b) => (elsewhere(a, b) && presentersMeet(instance, a.submission, b.submission) ? shared(a, b) : 0)),
    'Attendees Conflicts': pairs(standing, (a, b) => (elsewhere(a, b) && attendeesMeet(instance, a.submission, b.submission) ? 1 : 0)),
    'Attendees Conflicts Timeslot Level': pairs(standing, (a, b) => (elsewhere(a, b) && attendeesMeet(instance, a.submission, b.submission) ? shared(a, b) : 0)),
    'Submissions Order': total([...tracks.keys()], (track) =>
      standing.filter(({ submission }) => submissions[submission]!.track === track)
        .filter(({ submission }, place) => submissions[submission]!.order !== 0 && submissions[submission]!.order !== place + 1).length),
  };
  const terms = Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, amount * Math.max(0, instance.weights[name] ?? 0)]));
  return { feasible: faults.length === 0, faults, objective: total(Object.values(terms), (term) => term), terms };
}

const total = <T>(of: readonly T[], amount: (one: T) => number): number => of.reduce((sum, one) => sum + amount(one), 0);
const distinct = (numbers: number[]): number[] => [...new Set(numbers)];
const share = (some: readonly string[], others: readonly string[]): boolean => some.some((name) => name !== '' && others.includes(name));
const elsewhere = (a: Standing, b: Standing): boolean => a.session === b.session && a.room !== b.room;
const shared = (a: Standing, b: Standing): number => Math.max(0, Math.min(a.ends, b.ends) - Math.max(a.begins, b.begins));
const hasGap = (sessions: number[]): boolean => sessions.length > 1 && Math.max(...sessions) - Math.min(...sessions) + 1 !== sessions.length;

function pairs<T>(of: readonly T[], amount: (a: T, b: T) => number): number {
  return of.reduce((sum, one, at) => sum + of.slice(at + 1).reduce((row, other) => row + amount(one, other), 0), 0);
}

function similarity({ tt }: Instance, a: number, b: number): number {
  return tt[Math.min(a, b)]?.[Math.max(a, b)] ?? tt[Math.max(a, b)]?.[Math.min(a, b)] ?? 0;
}

function presentersMeet({ submissions, tracks }: Instance, a: number, b: number): boolean {
  const [one, other] = [submissions[a]!, submissions[b]!];
  if (share(one.presenters, other.presenters)) return true;
  return one.track !== other.track && (share(one.presenters, tracks[other.track]!.chairs) || share(other.presenters, tracks[one.track]!.chairs));
}

/** Attendees of one who attend, present or chair the other: so the library has it. */
function attendeesMeet({ submissions, tracks }: Instance, a: number, b: number): boolean {
  const [one, other] = [submissions[a]!, submissions[b]!];
  if (share(one.attendees, other.attendees) || share(one.attendees, other.presenters) || share(one.presenters, other.attendees)) return true;
  return one.track !== other.track && (share(one.attendees, tracks[other.track]!.chairs) || share(other.attendees, tracks[one.track]!.chairs));
}

function unsuitable({ sessions, submissions, tz }: Instance, submission: number, session: number): number {
  const there = zoneOffset(submissions[submission]!.tz || tz.local) - zoneOffset(tz.local);
  const clock = (minute: number): number => (((minute + there) % 1440) + 1440) % 1440;
  const start = clock(sessions[session]!.start);
  const end = clock(sessions[session]!.end);
  if (start < tz.lessFrom || end < tz.lessFrom || end > tz.lessTo) return tz.big;
  return start < tz.suitFrom || end > tz.suitTo ? tz.small : 0;
}
