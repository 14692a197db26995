import { Raw, type EntityManager, type FindOptionsWhere } from 'typeorm';
import { placeReach } from '../conferences/place-reach.queries.js';
import type { ConferenceId } from '../contract/ids.js';
import type { Actor } from '../platform/access/policy.js';
import type { SpeakerEntity } from './speaker.entity.js';

/**
 * The speakers that a reader reaches: a city host's appear in a session with a slot, planned or published, in their city, or
 * in one without a slot that their city looks after.
 */
export async function reachedSpeakers(tx: EntityManager, actor: Actor, conferenceId: ConferenceId): Promise<FindOptionsWhere<SpeakerEntity>> {
  const reach = await placeReach(tx, actor, 'read-speakers', conferenceId);
  if (reach === null) return { conferenceId };
  const appears = Raw(
    (id) =>
      `${id} IN (SELECT a.speaker_id FROM appearance a JOIN slot s ON s.session_id = a.session_id JOIN room r ON r.id = s.room_id WHERE r.venue_id = ANY(:venues::uuid[])
        UNION SELECT a.speaker_id FROM appearance a JOIN session o ON o.id = a.session_id
          WHERE o.city_id = ANY(:cities::uuid[]) AND NOT EXISTS (SELECT FROM slot s WHERE s.session_id = o.id))`,
    { venues: [...reach.venueIds], cities: [...reach.cityIds] },
  );
  return { conferenceId, id: appears };
}
