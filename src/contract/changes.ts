import { z } from 'zod';
import { AgendaSession, SessionText, Speaker } from './agenda.js';
import { Channel, OnAir } from './channel.js';
import { ChannelId, CityId, RoomId, SessionId, SpeakerId, TrackId, VenueId } from './ids.js';
import { City, Conference, Room, Track, Venue } from './place.js';
import { CanonicalInstant } from './scalars.js';

const Placement = z.object({ roomId: RoomId, startsAt: CanonicalInstant, endsAt: CanonicalInstant });
export type Placement = z.infer<typeof Placement>;

const fact = <C extends string, S extends z.ZodRawShape>(code: C, shape: S) =>
  z.object({ change: z.literal(code), ...shape });

/**
 * A typed, self-contained fact about the published agenda: all that a client needs to draw it.
 * `from` is there for people ("moved from Room 2"); the reducer only needs `to`.
 */
export const Change = z.discriminatedUnion('change', [
  fact('conference.changed', { conference: Conference }),
  fact('city.put', { city: City }),
  fact('city.removed', { cityId: CityId }),
  fact('venue.put', { venue: Venue }),
  fact('venue.removed', { venueId: VenueId }),
  fact('room.put', { room: Room }),
  fact('room.removed', { roomId: RoomId }),
  fact('track.put', { track: Track }),
  fact('track.removed', { trackId: TrackId }),
  fact('speaker.put', { speaker: Speaker, biography: z.string(), photo: z.string().optional() }),
  fact('speaker.removed', { speakerId: SpeakerId }),
  fact('session.added', { session: AgendaSession, text: SessionText }),
  /** Taken out of the agenda altogether by a release; a cancelled session stays in it, marked. */
  fact('session.withdrawn', { sessionId: SessionId }),
  /** Another room, or an earlier start, or both. */
  fact('session.moved', { sessionId: SessionId, from: Placement, to: Placement }),
  /** Same room, same length, a later start. */
  fact('session.delayed', { sessionId: SessionId, from: Placement, to: Placement, minutes: z.number() }),
  /** Same room and start, another end: `minutes` is negative when it was shortened. */
  fact('session.extended', { sessionId: SessionId, from: Placement, to: Placement, minutes: z.number() }),
  fact('session.cancelled', { sessionId: SessionId, reason: z.string() }),
  fact('session.reinstated', { sessionId: SessionId }),
  /** The published fields that are neither slot nor status; only those that changed. */
  fact('session.edited', {
    sessionId: SessionId,
    set: AgendaSession.pick({
      title: true, subtitle: true, kind: true, language: true, trackId: true, anchor: true, overlapWaived: true, appearances: true, url: true, replayId: true,
    }).partial(),
    text: SessionText.partial().optional(),
  }),
  /** New, or who may watch it and its languages changed. */
  fact('channel.put', { channel: Channel }),
  /** Went on the air, off it, to its backup or the slate; the programme was handed over. */
  fact('channel.changed', { channelId: ChannelId, from: OnAir, to: OnAir }),
  fact('channel.removed', { channelId: ChannelId }),
]);
export type Change = z.infer<typeof Change>;
export type ChangeCode = Change['change'];

/** One revision of the published agenda: what is recorded, relayed and applied, whole or not at all. */
export const Revision = z.object({
  revision: z.number().int().positive(),
  at: CanonicalInstant,
  /** `release`: a published version of the draft. `live`: a change made on the published agenda. */
  kind: z.enum(['release', 'live']),
  /** The number of the release, when it is one. */
  release: z.number().int().positive().nullable(),
  /** Why, in words for people; may be empty. */
  note: z.string(),
  changes: z.array(Change),
});
export type Revision = z.infer<typeof Revision>;
