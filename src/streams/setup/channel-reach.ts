import type { EntityManager } from 'typeorm';
import type { ConferenceKey } from '../../conferences/conference.queries.js';
import type { ChannelId, CityId, RoomId, VenueId } from '../../contract/ids.js';
import { mustBeAllowed } from '../../platform/access/actors.js';
import { may, type Action, type Actor } from '../../platform/access/policy.js';
import { problem } from '../../platform/problems/problem-error.js';
import { StreamChannelEntity } from './stream-channel.entity.js';

/** Where a stage is: what the policy asks about. Of the programme both are null, and so it is no host's and no crew's. */
export interface ChannelPlace {
  cityId: CityId | null;
  venueId: VenueId | null;
}

/** A channel of the conference that the action reaches. @throws ProblemError `not-found`, also for a stage in another city; `not-allowed` for the programme */
export async function reachedChannel(
  tx: EntityManager, { id: conferenceId }: ConferenceKey, id: string, actor: Actor, action: Action,
): Promise<StreamChannelEntity & ChannelPlace> {
  const channel = await tx.findOneBy(StreamChannelEntity, { conferenceId, id: id as ChannelId });
  if (channel === null) throw noChannel();
  const place = channel.roomId === null ? { cityId: null, venueId: null } : await placeOfRoom(tx, channel.roomId);
  const subject = { conferenceId, ...place };
  if (channel.kind === 'programme') mustBeAllowed(actor, action, subject);
  else if (may(actor, action, subject) === 'forbidden') throw noChannel();
  return { ...channel, ...place };
}

/** A room that becomes a stage. @throws ProblemError `not-found`, also for a room in another city */
export async function reachedRoom(tx: EntityManager, { id: conferenceId }: ConferenceKey, roomId: RoomId, actor: Actor): Promise<void> {
  const [room] = await tx.query<object[]>(`SELECT 1 FROM room WHERE id = $1 AND conference_id = $2`, [roomId, conferenceId]);
  const isTheirs = room !== undefined && may(actor, 'edit-streams', { conferenceId, ...(await placeOfRoom(tx, roomId)) }) !== 'forbidden';
  if (!isTheirs) throw problem('not-found', 'There is no such room among those that you look after.', { errors: [{ path: '/roomId', message: 'Not a room of yours.' }] });
}

async function placeOfRoom(tx: EntityManager, roomId: RoomId): Promise<ChannelPlace> {
  const [place] = await tx.query<ChannelPlace[]>(`SELECT v.city_id AS "cityId", v.id AS "venueId" FROM room r JOIN venue v ON v.id = r.venue_id WHERE r.id = $1`, [roomId]);
  return place ?? { cityId: null, venueId: null };
}

const noChannel = () => problem('not-found', 'There is no such channel here. It may have been removed.');
