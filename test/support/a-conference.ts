import type { DataSource } from 'typeorm';
import { AppearanceEntity } from '../../src/agenda/appearance.entity.js';
import { SessionEntity } from '../../src/agenda/session.entity.js';
import { SlotEntity, type Plan } from '../../src/agenda/slot.entity.js';
import { CityEntity } from '../../src/conferences/city.entity.js';
import { ConferenceEntity } from '../../src/conferences/conference.entity.js';
import { RoomEntity } from '../../src/conferences/room.entity.js';
import { VenueEntity } from '../../src/conferences/venue.entity.js';
import type { CityId, ConferenceId, RoomId, SessionId, SpeakerId, VenueId } from '../../src/contract/ids.js';
import { SpeakerEntity } from '../../src/people/speaker.entity.js';
import { newId } from '../../src/platform/new-id.js';

export interface BuiltConference {
  id: ConferenceId;
  slug: string;
  cities: Record<string, CityId>;
  rooms: Record<string, RoomId>;
  speakers: Record<string, SpeakerId>;
  sessions: Record<string, SessionId>;
}

interface SessionPlan {
  title: string;
  room: string;
  startsAt: string;
  minutes: number;
  speakers: readonly string[];
  plans: readonly Plan[];
}

/** Degrees, WGS 84. */
interface Position {
  latitude: number;
  longitude: number;
}

/** Builds a conference by names; what is built is found again by the same names. Sessions are published unless said otherwise. */
export function aConference(slug = `conf-${newId<string>().slice(-12)}`): ConferenceBuilder {
  return new ConferenceBuilder(slug);
}

class ConferenceBuilder {
  private readonly cities: { name: string; zone: string; position: Position | null; rooms: { name: string; changeoverMinutes: number; shared: boolean }[] }[] = [];
  private readonly sessions: SessionPlan[] = [];
  private zone = 'Europe/Paris';
  private status: 'draft' | 'published' = 'published';

  constructor(private readonly slug: string) {}

  inZone(zone: string): this {
    this.zone = zone;
    return this;
  }

  notYetPublished(): this {
    this.status = 'draft';
    return this;
  }

  withCity(name: string, zone = this.zone, position: Position | null = null): this {
    this.cities.push({ name, zone, position, rooms: [] });
    return this;
  }

  /** A room of the city named last, in that city's one venue. */
  withRoom(name: string, more: { changeoverMinutes?: number; shared?: boolean } = {}): this {
    this.cities.at(-1)?.rooms.push({ name, changeoverMinutes: more.changeoverMinutes ?? 0, shared: more.shared ?? false });
    return this;
  }

  withSession(title: string, at: { room: string; startsAt: string; minutes?: number; speakers?: string[]; plans?: Plan[] }): this {
    const { room, startsAt, minutes = 30, speakers = [], plans = ['draft', 'published'] } = at;
    this.sessions.push({ title, room, startsAt, minutes, speakers, plans });
    return this;
  }

  async build(source: DataSource): Promise<BuiltConference> {
    const built: BuiltConference = { id: newId(), slug: this.slug, cities: {}, rooms: {}, speakers: {}, sessions: {} };
    await source.transaction(async (tx) => {
      const conferenceId = built.id;
      await tx.insert(ConferenceEntity, {
        id: conferenceId, slug: this.slug, title: `Conference ${this.slug}`, status: this.status, zone: this.zone, languages: ['en'],
        startsOn: '2026-11-24', endsOn: '2026-11-26',
      });
      for (const [position, city] of this.cities.entries()) {
        const cityId = (built.cities[city.name] = newId<CityId>());
        const venueId = newId<VenueId>();
        await tx.insert(CityEntity, { id: cityId, conferenceId, name: city.name, zone: city.zone, position, ...city.position });
        await tx.insert(VenueEntity, { id: venueId, conferenceId, cityId, name: `Venue of ${city.name}` });
        for (const [roomPosition, room] of city.rooms.entries()) {
          const id = (built.rooms[room.name] = newId<RoomId>());
          await tx.insert(RoomEntity, { id, conferenceId, venueId, position: roomPosition, ...room });
        }
      }
      for (const session of this.sessions) {
        const id = (built.sessions[session.title] = newId<SessionId>());
        await tx.insert(SessionEntity, { id, conferenceId, title: session.title });
        for (const [position, name] of session.speakers.entries()) {
          const known = built.speakers[name];
          const speakerId = known ?? newId<SpeakerId>();
          if (known === undefined) await tx.insert(SpeakerEntity, { id: speakerId, conferenceId, name });
          built.speakers[name] = speakerId;
          await tx.insert(AppearanceEntity, { sessionId: id, speakerId, conferenceId, position });
        }
        for (const plan of session.plans) {
          await tx.insert(SlotEntity, {
            conferenceId, sessionId: id, plan, roomId: built.rooms[session.room] as RoomId,
            startsAt: new Date(session.startsAt), endsAt: new Date(Date.parse(session.startsAt) + session.minutes * 60_000),
          });
        }
      }
    });
    return built;
  }
}
