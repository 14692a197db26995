import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Attendee, AttendeeQuery, Attendees } from '../contract/attendance.js';
import type { ConferenceId } from '../contract/ids.js';
import type { PlaceReach } from '../conferences/place-reach.queries.js';
import { readShortCode } from '../rules/short-code.js';

type AttendeeRow = Omit<Attendee, 'ticket' | 'checkedInAt'> & { ticketId: string | null; shortCode: string | null; checkedInAt: Date | null };

/** Who is registered, one by one, for those who plan. */
@Injectable()
export class AttendeeList {
  constructor(private readonly source: DataSource) {}

  /**
   * A page of those who have a place or wait for one, by when they registered; found by a part of their handle, or by the
   * code of a ticket that they hold or held. @param reach null: all venues and remote
   */
  async of(conferenceId: ConferenceId, reach: PlaceReach | null, { q, at, limit, after }: AttendeeQuery): Promise<Attendees> {
    const wanted = [conferenceId, reach?.venueIds ?? null, `%${q.replace(/[\\%_]/g, '\\$&')}%`, readShortCode(q), at ?? null];
    const [count] = await this.source.query<{ total: number }[]>(`SELECT count(*)::int AS total ${FOUND}`, wanted);
    const rows = await this.source.query<AttendeeRow[]>(
      `SELECT r.id, a.handle, r.venue_id AS "venueId", r.state, t.id AS "ticketId", t.short_code AS "shortCode", c.at AS "checkedInAt"
       ${FOUND} AND ($6::uuid IS NULL OR r.id > $6) ORDER BY r.id LIMIT $7`,
      [...wanted, after ?? null, limit + 1],
    );
    const items = rows.slice(0, limit).map(({ ticketId, shortCode, checkedInAt, ...row }) => ({
      ...row,
      ticket: ticketId === null || shortCode === null ? null : { id: ticketId, shortCode },
      checkedInAt: checkedInAt?.toISOString() ?? null,
    }));
    return { items, total: count?.total ?? 0, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }
}

/** Takes the conference, the venues within reach, a pattern of handles, a code, and a place. */
const FOUND = `
  FROM registration r JOIN account a ON a.id = r.account_id
  LEFT JOIN ticket t ON t.registration_id = r.id AND t.revoked_at IS NULL
  LEFT JOIN check_in c ON c.registration_id = r.id AND c.undone_at IS NULL
  WHERE r.conference_id = $1 AND r.state <> 'cancelled' AND ($2::uuid[] IS NULL OR r.venue_id = ANY($2::uuid[]))
    AND (a.handle ILIKE $3 OR EXISTS (SELECT 1 FROM ticket held WHERE held.registration_id = r.id AND held.short_code = $4))
    AND ($5::text IS NULL OR coalesce(r.venue_id::text, 'remote') = $5)`;
