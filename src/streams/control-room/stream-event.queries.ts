import type { EntityManager } from 'typeorm';
import { SEEN_NAME } from '../../agenda/board/draft-edit.queries.js';
import type { ChannelId, ConferenceId, VenueId } from '../../contract/ids.js';
import type { StreamEvent } from '../../contract/streams.js';
import type { SeenStages } from './seen-stages.js';

/** What is shown of the past. */
const MOST_SHOWN = 100;

const COLUMNS = `e.id::text, e.at, e.channel_id AS "channelId", e.input_id AS "inputId", e.what, e.details, ${SEEN_NAME} AS by`;

type EventRow = Omit<StreamEvent, 'at'> & { at: Date };

/** Of one channel, or of those of a conference that are seen; the newest first. */
export async function readStreamEvents(tx: EntityManager, of: { channelId: ChannelId } | { conferenceId: ConferenceId; seen: SeenStages }): Promise<StreamEvent[]> {
  const rows = 'channelId' in of
    ? await tx.query<EventRow[]>(`SELECT ${COLUMNS} FROM stream_event e WHERE e.channel_id = $1 ORDER BY e.id DESC LIMIT $2`, [of.channelId, MOST_SHOWN])
    : await tx.query<EventRow[]>(
        `SELECT ${COLUMNS} FROM stream_event e JOIN stream_channel s ON s.id = e.channel_id LEFT JOIN room r ON r.id = s.room_id
         WHERE s.conference_id = $1 AND ($2::uuid[] IS NULL OR r.venue_id = ANY($2)) ORDER BY e.id DESC LIMIT $3`,
        [of.conferenceId, of.seen === 'everything' ? null : of.seen, MOST_SHOWN],
      );
  return rows.map(shaped);
}

/** With the venue of its stage, null of the programme; null where it is gone. */
export async function readStreamEvent(tx: EntityManager, id: string): Promise<{ event: StreamEvent; venueId: VenueId | null } | null> {
  const [row] = await tx.query<(EventRow & { venueId: VenueId | null })[]>(
    `SELECT ${COLUMNS}, r.venue_id AS "venueId" FROM stream_event e JOIN stream_channel s ON s.id = e.channel_id LEFT JOIN room r ON r.id = s.room_id WHERE e.id = $1`, [id]);
  if (row === undefined) return null;
  const { venueId, ...event } = row;
  return { event: shaped(event), venueId };
}

const shaped = (row: EventRow): StreamEvent => ({ ...row, at: row.at.toISOString() });
