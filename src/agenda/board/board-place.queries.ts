import type { EntityManager } from 'typeorm';
import type { Board } from '../../contract/board.js';
import type { ConferenceId } from '../../contract/ids.js';

export type BoardPlace = Pick<Board, 'edit' | 'conference' | 'satelliteMarginMinutes' | 'cities' | 'venues' | 'rooms' | 'uplinks' | 'bookings' | 'tracks' | 'travel'>;

interface ConferenceRow extends Omit<Board['conference'], 'revision'> {
  revision: string;
  edit: string;
}

/** Where a conference is held, as the board has it: one query a table. */
export async function readBoardPlace(tx: EntityManager, id: ConferenceId): Promise<BoardPlace> {
  const [row] = await tx.query<[ConferenceRow]>(
    `SELECT id, slug, title, status, zone, languages, starts_on::text AS "startsOn", ends_on::text AS "endsOn", accent, url,
       grid_minutes AS "gridMinutes", satellite_margin_minutes AS "satelliteMarginMinutes", safety_mode AS "safetyMode",
       reconfirm_minutes AS "reconfirmMinutes", retention_days AS "retentionDays", registration, revision, draft_edit AS edit
     FROM conference WHERE id = $1`,
    [id],
  );
  const { edit, ...conference } = row;
  const bookings = await tx.query<(Omit<Board['bookings'][number], 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date })[]>(
    `SELECT b.id, b.uplink_id AS "uplinkId", u.venue_id AS "venueId", b.starts_at AS "startsAt", b.ends_at AS "endsAt"
     FROM uplink_booking b JOIN uplink u ON u.id = b.uplink_id WHERE u.conference_id = $1 ORDER BY b.starts_at, b.id`,
    [id],
  );
  return {
    edit: Number(edit),
    conference: { ...conference, revision: Number(conference.revision) },
    satelliteMarginMinutes: conference.satelliteMarginMinutes,
    cities: await tx.query(`SELECT id, name, country, zone, latitude, longitude, position FROM city WHERE conference_id = $1 ORDER BY position, name`, [id]),
    venues: await tx.query(
      `SELECT v.id, v.city_id AS "cityId", v.name, v.address, v.access_notes AS "accessNotes", v.capacity, coalesce(u.kinds, '{}') AS uplinks
       FROM venue v LEFT JOIN (SELECT venue_id, array_agg(DISTINCT kind ORDER BY kind) AS kinds FROM uplink WHERE conference_id = $1 GROUP BY 1) u ON u.venue_id = v.id
       WHERE v.conference_id = $1 ORDER BY v.name, v.id`,
      [id],
    ),
    rooms: await tx.query(
      `SELECT id, venue_id AS "venueId", name, capacity, position, equipment, changeover_minutes AS "changeoverMinutes", shared, opening_hours AS "openingHours"
       FROM room WHERE conference_id = $1 ORDER BY position, name`,
      [id],
    ),
    uplinks: await tx.query(`SELECT id, venue_id AS "venueId", kind, name FROM uplink WHERE conference_id = $1 ORDER BY name, id`, [id]),
    bookings: bookings.map(({ startsAt, endsAt, ...booking }) => ({ ...booking, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() })),
    tracks: await tx.query(`SELECT id, name, colour, position FROM track WHERE conference_id = $1 ORDER BY position, name`, [id]),
    travel: await tx.query(`SELECT from_venue AS "from", to_venue AS "to", minutes FROM venue_travel WHERE conference_id = $1 ORDER BY 1, 2`, [id]),
  };
}
