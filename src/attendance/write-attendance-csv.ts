import { stringify } from 'csv-stringify/sync';
import type { DataSource } from 'typeorm';
import type { PlaceReach } from '../conferences/place-reach.queries.js';
import type { ConferenceId } from '../contract/ids.js';

/** Rows of one file: spreadsheets hold more, and people read fewer. */
const MOST = 100_000;

/** A cell that a spreadsheet would take for a formula; handles are hostile text. */
const FORMULA = /^[\s'"]*[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u;
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Who is registered where, by handle: no address, no name. UTF-8 with a byte order mark, as spreadsheets want it. */
export async function writeAttendanceCsv(source: DataSource, conferenceId: ConferenceId, reach: PlaceReach | null): Promise<string> {
  const rows = await source.query<{ handle: string; venue: string; state: string; at: Date | null }[]>(
    `SELECT a.handle, coalesce(v.name, '') AS venue, r.state, c.at
     FROM registration r JOIN account a ON a.id = r.account_id LEFT JOIN venue v ON v.id = r.venue_id
     LEFT JOIN check_in c ON c.registration_id = r.id AND c.undone_at IS NULL
     WHERE r.conference_id = $1 AND r.state <> 'cancelled' AND ($2::uuid[] IS NULL OR r.venue_id = ANY($2::uuid[]))
     ORDER BY v.name NULLS LAST, a.handle LIMIT ${MOST}`,
    [conferenceId, reach?.venueIds ?? null],
  );
  const cells = rows.map(({ handle, venue, state, at }) => [harmless(handle), harmless(venue), state, at?.toISOString() ?? '']);
  return stringify([['handle', 'venue', 'state', 'checked-in'], ...cells], { bom: true, record_delimiter: 'windows' });
}
