import type { CityId, RoomId, SessionId, SpeakerId, VenueId } from '../../../src/contract/ids.js';
import type { Finding } from '../../../src/rules/finding.js';
import { checkPlacement } from '../../../src/rules/placement/check-placement.js';
import type { PlacementRoom, PlacementSession, PlacementSlot, PlacementSpeaker, PlacementVenue, PlacementWorld } from '../../../src/rules/placement/world.js';

/** A session as an example tells it: `at` is a room's name, `from` and `to` are `HH:MM` in UTC on the first day, or `+1 HH:MM` on the next. */
export type PlannedSession = Partial<Omit<PlacementSession, 'id' | 'appearances'>> & Partial<Pick<PlacementSlot, 'waived' | 'cancelled'>> & {
  at: string; from: string; to: string;
  /** Names of those on site; `~ada` is remote. */
  cast?: string[];
  interprets?: Record<string, string>;
};

const DAY = '2026-06-10';
const CITIES = { paris: ['Europe/Paris', 48.8566, 2.3522], london: ['Europe/London', 51.5074, -0.1278], nowhere: ['UTC', null, null] } as const;
/** Each venue's city, and each room's venue. */
const VENUES = { palace: 'paris', annex: 'paris', dock: 'london', barn: 'nowhere' } as const;
const ROOMS = { hall: 'palace', salon: 'palace', attic: 'annex', pier: 'dock', loft: 'barn' } as const;

export const instant = (text: string): number => {
  const [, days, time] = /^(?:\+(\d) )?(\d\d:\d\d)$/.exec(text) ?? [];
  return Date.parse(`${DAY}T${time ?? 'none'}Z`) + Number(days ?? 0) * 86_400_000;
};

export const span = (from: string, to: string): { startsAt: number; endsAt: number } => ({ startsAt: instant(from), endsAt: instant(to) });

/** A small conference in Paris, London and a place of unknown position, with these sessions. Its findings are those of one code. */
export class Plan {
  private readonly sessions = new Map<SessionId, PlacementSession>();
  private readonly slots = new Map<SessionId, PlacementSlot>();

  constructor(
    private readonly given: {
      rooms?: Record<string, Partial<PlacementRoom>>; venues?: Record<string, Partial<PlacementVenue>>; speakers?: Record<string, Partial<PlacementSpeaker>>;
    } & Partial<Pick<PlacementWorld, 'audiences' | 'travelMinutes' | 'languages' | 'satelliteMarginMinutes'>> = {},
  ) {}

  with(name: string, { at, from, to, cast = [], interprets = {}, waived = false, cancelled = false, ...rest }: PlannedSession): this {
    const id = name as SessionId;
    this.slots.set(id, { roomId: at as RoomId, ...span(from, to), anchor: 'floating', waived, cancelled });
    this.sessions.set(id, {
      id, kind: 'talk', language: null, trackId: null, minutes: 30, sentBy: null, needsEquipment: [], expectedPeople: null, ...rest,
      appearances: [
        ...cast.map((who) => ({ speakerId: who.replace('~', '') as SpeakerId, role: 'speaker' as const, mode: who.startsWith('~') ? ('remote' as const) : ('on-site' as const), interpretsInto: null })),
        ...Object.entries(interprets).map(([who, language]) => ({ speakerId: who as SpeakerId, role: 'interpreter' as const, mode: 'on-site' as const, interpretsInto: language })),
      ],
    });
    return this;
  }

  findings(code: Finding['code']): Finding[] {
    const { rooms = {}, venues = {}, speakers = {}, ...rest } = this.given;
    const names = new Set([...this.sessions.values()].flatMap(({ appearances }) => appearances.map(({ speakerId }) => speakerId)));
    const world: PlacementWorld = {
      zone: 'UTC', startsOn: DAY, endsOn: '2026-06-11', languages: [], gridMinutes: 5, satelliteMarginMinutes: 0, audiences: [], travelMinutes: new Map(), ...rest,
      cities: new Map(Object.entries(CITIES).map(([id, [zone, latitude, longitude]]) => [id as CityId, { id: id as CityId, zone, latitude, longitude }])),
      venues: new Map(Object.entries(VENUES).map(([id, cityId]) => [id as VenueId, { id: id as VenueId, cityId: cityId as CityId, uplinks: 1, satelliteWindows: [], ...venues[id] }])),
      rooms: new Map(Object.entries(ROOMS).map(([id, venueId]) => [id as RoomId, {
        id: id as RoomId, venueId: venueId as VenueId, capacity: null, equipment: [], changeoverMinutes: 0, shared: false, open: null, ...rooms[id],
      }])),
      speakers: new Map([...names].map((id) => [id, { id, zone: null, available: null, ...speakers[id] }])),
      sessions: this.sessions,
    };
    return checkPlacement(world, this.slots).filter((finding) => finding.code === code);
  }
}
