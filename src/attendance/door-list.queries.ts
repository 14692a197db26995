import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DoorList } from '../contract/attendance.js';
import type { ConferenceId, VenueId } from '../contract/ids.js';
import { problem } from '../platform/problems/problem-error.js';
import { TicketTokens } from './ticket-tokens.js';

/** People at one venue whose tickets a device holds. A hall of more is more than one venue. */
const MOST = 20_000;

@Injectable()
export class DoorLists {
  constructor(
    private readonly source: DataSource,
    private readonly tokens: TicketTokens,
  ) {}

  /** What a door needs to work without a network: ids, codes and handles of those who are expected there, and no more. */
  async of(conferenceId: ConferenceId, venueId: VenueId): Promise<DoorList> {
    const [venue] = await this.source.query<{ name: string }[]>(`SELECT name FROM venue WHERE id = $1`, [venueId]);
    const rows = await this.source.query<{ id: string; shortCode: string; handle: string; checkedInAt: Date | null }[]>(
      `SELECT t.id, t.short_code AS "shortCode", a.handle, c.at AS "checkedInAt"
       FROM registration r JOIN account a ON a.id = r.account_id JOIN ticket t ON t.registration_id = r.id AND t.revoked_at IS NULL
       LEFT JOIN check_in c ON c.registration_id = r.id AND c.undone_at IS NULL
       WHERE r.venue_id = $1 AND r.state = 'confirmed' ORDER BY t.id LIMIT $2`,
      [venueId, MOST + 1],
    );
    if (rows.length > MOST) throw problem('too-large', `More than ${MOST} people are expected at this venue: too many for a list on a phone. Check in with a network.`);
    return {
      venueId,
      venue: venue?.name ?? '',
      conferenceId,
      madeAt: new Date().toISOString(),
      publicKey: await this.tokens.publicKey(),
      tickets: rows.map((row) => ({ ...row, checkedInAt: row.checkedInAt?.toISOString() ?? null })),
    };
  }
}
