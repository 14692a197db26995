import { MINUTE } from './city-day.js';
import { changeoverOf, roomsOf, type CastSession, type RoomAt } from './placed-session.js';

/** Something that happened to the published agenda. */
export interface DemoLiveChange {
  session: CastSession;
  to: { at: RoomAt; startsAt: number; endsAt: number };
  cancelled: boolean;
  /** Why, in words for people. */
  note: string;
}

type Placement = DemoLiveChange['to'];

interface Happening {
  /** About when the session that it happens to starts, in minutes from now. */
  around: number;
  note: string;
  cancelled?: boolean;
  /** What becomes of the session; the first that is possible is taken. */
  outcomes: (session: CastSession) => Placement[];
}

const QUARTER = 15 * MINUTE;
const HAPPENINGS: readonly Happening[] = [
  {
    around: 60, note: 'The train of a speaker is late.',
    outcomes: ({ at, startsAt, endsAt }) => [{ at, startsAt: startsAt + QUARTER, endsAt: endsAt + QUARTER }],
  },
  {
    around: 120, note: 'The projector in the first room failed.',
    outcomes: ({ at, startsAt, endsAt }) =>
      roomsOf(at.city).filter(({ venue, room }) => venue === at.venue && room !== at.room).map((other) => ({ at: other, startsAt, endsAt })),
  },
  {
    around: -20, note: 'The discussion goes on for a quarter of an hour.',
    outcomes: ({ at, startsAt, endsAt }) => [{ at, startsAt, endsAt: endsAt + QUARTER }],
  },
  {
    around: 180, note: 'A speaker has lost their voice; the text will be published instead.', cancelled: true,
    outcomes: ({ at, startsAt, endsAt }) => [{ at, startsAt, endsAt }],
  },
];

/**
 * What has happened since the release, near the moment `now` so that it is seen: a delay, a move, an extension and a
 * cancellation. Never of the programme or of what goes by satellite, and never into a taken room or speaker.
 */
export function liveChanges(sessions: readonly CastSession[], now: number): DemoLiveChange[] {
  const changes: DemoLiveChange[] = [];
  for (const { around, note, cancelled = false, outcomes } of HAPPENINGS) {
    const distance = ({ startsAt }: CastSession): number => Math.abs(startsAt - now - around * MINUTE);
    const candidates = sessions.filter(mayChange).sort((a, b) => distance(a) - distance(b));
    const change = candidates
      .flatMap((session) => outcomes(session).map((to) => ({ session, to, cancelled, note })))
      .find(({ session, to }) => fits(session, to));
    if (change !== undefined) changes.push(change);
  }
  return changes;

  function mayChange(session: CastSession): boolean {
    const once = changes.every((change) => change.session !== session);
    return once && !session.programme && !session.bySatellite && session.kind !== 'break';
  }

  function fits(session: CastSession, to: Placement): boolean {
    return sessions.every((other) => other === session || !clash(session, to, other));
  }

  function clash(session: CastSession, to: Placement, other: CastSession): boolean {
    const { at, startsAt, endsAt } = changes.find((change) => change.session === other)?.to ?? other;
    const sharePeople = other.cast.some((theirs) => session.cast.some((ours) => ours.person === theirs.person));
    const changeover = at.room === to.at.room ? changeoverOf(at.room) * MINUTE : 0;
    const together = startsAt < to.endsAt + changeover && to.startsAt < endsAt + changeover;
    return together && (at.room === to.at.room || sharePeople);
  }
}
