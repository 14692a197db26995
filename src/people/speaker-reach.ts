import { Raw, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { placeReach } from '../conferences/place-reach.queries.js';
import type { ConferenceId } from '../contract/ids.js';
import type { Actor } from '../platform/access/policy.js';
import type { SpeakerEntity } from './speaker.entity.js';

/** The speakers that a reader reaches: a city host's appear in a session with a slot, planned or published, in their city. */
export async function reachedSpeakers(tx: EntityManager, actor: Actor, conferenceId: ConferenceId): Promise<FindOptionsWhere<SpeakerEntity>> {
  const reach = await placeReach(tx, actor, 'read-speakers', conferenceId);
  if (reach === null) return { conferenceId };
  const appears = Raw(
    (id) =>
      `${id} IN (SELECT a.speaker_id FROM appearance a JOIN slot s ON s.session_id = a.session_id JOIN room r ON r.id = s.room_id WHERE r.venue_id = ANY(:venues::uuid[]))`,
    { venues: [...reach.venueIds] },
  );
  return { conferenceId, id: appears };
}
