import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Attendance, Registration, RegistrationOffer } from '../contract/attendance.js';
import type { ConferenceId, VenueId } from '../contract/ids.js';
import type { PlaceReach } from '../conferences/place-reach.queries.js';
import { placesLeft, publicCount } from '../rules/public-counts.js';

interface VenueCounts {
  venueId: VenueId | null;
  limit: number | null;
  confirmed: number;
  waitlisted: number;
  checkedIn: number;
  /** Of those who were erased: they no longer take a place. */
  erasedConfirmed: number;
}

/** Reads of who is registered. */
@Injectable()
export class Registrations {
  constructor(private readonly source: DataSource) {}

  async offer(conferenceId: ConferenceId): Promise<RegistrationOffer> {
    const [conference] = await this.source.query<{ registration: 'closed' | 'open'; status: string; safetyMode: boolean; retentionDays: number | null }[]>(
      `SELECT registration, status, safety_mode AS "safetyMode", retention_days AS "retentionDays" FROM conference WHERE id = $1`,
      [conferenceId],
    );
    if (conference === undefined) throw new Error(`conference ${conferenceId} went away while it was read`);
    const counts = await this.counts(conferenceId);
    const { status, ...offer } = conference;
    return {
      ...offer,
      registration: status === 'ended' ? 'closed' : offer.registration,
      venues: counts.flatMap(({ venueId, limit, confirmed, waitlisted }) =>
        venueId === null ? [] : [{ venueId, placesLeft: placesLeft(limit, confirmed, waitlisted) }],
      ),
      registered: publicCount(counts.reduce((sum, { confirmed }) => sum + confirmed, 0)),
    };
  }

  async own(conferenceId: ConferenceId, accountId: string): Promise<Registration | null> {
    const [row] = await this.source.query<(Omit<Registration, 'createdAt' | 'checkedInAt'> & { createdAt: Date; checkedInAt: Date | null })[]>(
      `SELECT r.venue_id AS "venueId", r.state, r.legal_name_sealed IS NOT NULL AS "hasLegalName", r.created_at AS "createdAt",
              (SELECT at FROM check_in c WHERE c.registration_id = r.id AND c.undone_at IS NULL) AS "checkedInAt",
              CASE WHEN r.state = 'waitlisted' THEN (
                SELECT count(*)::int FROM registration w WHERE w.venue_id = r.venue_id AND w.state = 'waitlisted' AND w.waitlist_order <= r.waitlist_order
              ) END AS "waitlistPlace"
       FROM registration r WHERE r.conference_id = $1 AND r.account_id = $2`,
      [conferenceId, accountId],
    );
    return row === undefined ? null : { ...row, createdAt: row.createdAt.toISOString(), checkedInAt: row.checkedInAt?.toISOString() ?? null };
  }

  /** Exact, for staff; with those who were erased. @param reach null: all venues and remote */
  async attendance(conferenceId: ConferenceId, reach: PlaceReach | null): Promise<Attendance> {
    const counts = await this.counts(conferenceId);
    return {
      venues: counts
        .filter(({ venueId }) => reach === null || (venueId !== null && reach.venueIds.includes(venueId)))
        .map(({ erasedConfirmed, ...venue }) => ({ ...venue, confirmed: venue.confirmed + erasedConfirmed })),
    };
  }

  /** Every venue, and last who is remote. */
  private async counts(conferenceId: ConferenceId): Promise<VenueCounts[]> {
    return await this.source.query(
      `WITH place AS (
         SELECT v.id AS venue_id, coalesce(v.attendee_limit, v.capacity) AS "limit", c.position, c.name AS city, v.name
         FROM venue v JOIN city c ON c.id = v.city_id WHERE v.conference_id = $1
         UNION ALL SELECT NULL, NULL, NULL, NULL, NULL
       )
       SELECT p.venue_id AS "venueId", p."limit", coalesce(r.confirmed, 0) AS confirmed, coalesce(r.waitlisted, 0) AS waitlisted,
              coalesce(ci.came, 0) + coalesce(e.checked_in, 0) AS "checkedIn", coalesce(e.registered, 0) AS "erasedConfirmed"
       FROM place p
       LEFT JOIN (
         SELECT venue_id, count(*) FILTER (WHERE state = 'confirmed')::int AS confirmed, count(*) FILTER (WHERE state = 'waitlisted')::int AS waitlisted
         FROM registration WHERE conference_id = $1 GROUP BY venue_id
       ) r ON r.venue_id IS NOT DISTINCT FROM p.venue_id
       LEFT JOIN (
         SELECT venue_id, count(*)::int AS came FROM check_in WHERE conference_id = $1 AND undone_at IS NULL GROUP BY venue_id
       ) ci ON ci.venue_id = p.venue_id
       LEFT JOIN erased_attendance e ON e.conference_id = $1 AND e.venue_id IS NOT DISTINCT FROM p.venue_id
       ORDER BY p.venue_id IS NULL, p.position, p.city, p.name`,
      [conferenceId],
    );
  }
}
