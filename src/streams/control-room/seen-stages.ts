import type { EntityManager } from 'typeorm';
import { placeReach } from '../../conferences/place-reach.queries.js';
import type { ChannelId, ConferenceId, VenueId } from '../../contract/ids.js';
import type { Actor } from '../../platform/access/policy.js';
import { controlRoom, venueControlRoom, type RoomName } from '../../realtime/rooms.js';

/** Which channels a control room shows: those of some venues, or `everything`, and with it the programme. */
export type SeenStages = 'everything' | readonly VenueId[];

/** What an actor's control room shows of a conference. */
export async function seenStages(tx: EntityManager, actor: Actor, conferenceId: ConferenceId): Promise<SeenStages> {
  const reach = await placeReach(tx, actor, 'read-streams', conferenceId);
  return reach === null ? 'everything' : reach.venueIds;
}

/** @param venueId of the stage; null: the programme, or a stage of which it is not known */
export const isSeen = (seen: SeenStages, venueId: VenueId | null): boolean => seen === 'everything' || (venueId !== null && seen.includes(venueId));

/** The rooms of sockets in which a control room hears what it shows. */
export const roomsOf = (conference: ConferenceId, seen: SeenStages): RoomName[] => (seen === 'everything' ? [controlRoom(conference)] : seen.map(venueControlRoom));

/** The rooms that hear of a channel. */
export const roomsThatHear = (conference: ConferenceId, venueId: VenueId | null): RoomName[] => [controlRoom(conference), ...(venueId === null ? [] : [venueControlRoom(venueId)])];

/** The venue of each stage of a conference. */
export async function venuesOfStages(tx: EntityManager, conference: ConferenceId): Promise<Map<ChannelId, VenueId>> {
  const rows = await tx.query<{ id: ChannelId; venueId: VenueId }[]>(
    `SELECT s.id, r.venue_id AS "venueId" FROM stream_channel s JOIN room r ON r.id = s.room_id WHERE s.conference_id = $1`, [conference]);
  return new Map(rows.map(({ id, venueId }) => [id, venueId]));
}
