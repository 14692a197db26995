import type { SessionId, SpeakerId } from '../../contract/ids.js';
import type { Severity } from '../finding.js';
import type { PlacementCity, PlacementRoom, PlacementSession, PlacementSlot, PlacementVenue, PlacementWorld } from './world.js';

export const MINUTE = 60_000;

/** A session in its slot, with all that the rules ask of either. */
export interface Placed {
  readonly id: SessionId;
  readonly session: PlacementSession;
  readonly slot: PlacementSlot;
  readonly room: PlacementRoom;
  readonly venue: PlacementVenue;
  readonly city: PlacementCity;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly cast: Cast;
}

/** Who appears, each once, in whatever role. */
export interface Cast {
  readonly all: readonly SpeakerId[];
  /** Those who must be at the room. */
  readonly onSite: readonly SpeakerId[];
}

/** Null where no rule has anything to say: cancelled, or of a session or room that is not there. */
export function place(world: PlacementWorld, casts: ReadonlyMap<SessionId, Cast>, id: SessionId, slot: PlacementSlot): Placed | null {
  const session = world.sessions.get(id);
  const room = world.rooms.get(slot.roomId);
  const venue = room === undefined ? undefined : world.venues.get(room.venueId);
  const city = venue === undefined ? undefined : world.cities.get(venue.cityId);
  const cast = casts.get(id);
  if (slot.cancelled || session === undefined || room === undefined || venue === undefined || city === undefined || cast === undefined) return null;
  return { id, session, slot, room, venue, city, startsAt: slot.startsAt, endsAt: slot.endsAt, cast };
}

export function castOf({ appearances }: PlacementSession): Cast {
  const all: SpeakerId[] = [];
  const onSite: SpeakerId[] = [];
  for (const { speakerId, mode } of appearances) {
    if (!all.includes(speakerId)) all.push(speakerId);
    if (mode === 'on-site' && !onSite.includes(speakerId)) onSite.push(speakerId);
  }
  return { all, onSite };
}

/** The severity of what may not be, unless an organizer let one of these break the rules. */
export const blockingFor = (...concerned: readonly Placed[]): Severity => (concerned.some(({ slot }) => slot.waived) ? 'waived' : 'blocking');
