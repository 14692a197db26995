import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Ticket } from '../contract/attendance.js';
import type { ConferenceId, VenueId } from '../contract/ids.js';
import { TicketTokens } from './ticket-tokens.js';

interface TicketRow {
  id: string;
  handle: string;
  venueId: VenueId | null;
  shortCode: string;
  checkedInAt: Date | null;
}

/** Reads of tickets: one's own only. There is no route that shows another's. */
@Injectable()
export class Tickets {
  constructor(
    private readonly source: DataSource,
    private readonly tokens: TicketTokens,
  ) {}

  /** Null for who is not registered, or waits for a place. */
  async own(conferenceId: ConferenceId, accountId: string): Promise<Ticket | null> {
    const [row] = await this.source.query<TicketRow[]>(
      `SELECT t.id, a.handle, r.venue_id AS "venueId", t.short_code AS "shortCode",
              (SELECT at FROM check_in c WHERE c.registration_id = r.id AND c.undone_at IS NULL) AS "checkedInAt"
       FROM registration r JOIN account a ON a.id = r.account_id JOIN ticket t ON t.registration_id = r.id AND t.revoked_at IS NULL
       WHERE r.conference_id = $1 AND r.account_id = $2 AND r.state = 'confirmed'`,
      [conferenceId, accountId],
    );
    if (row === undefined) return null;
    const token = await this.tokens.make({ ticketId: row.id, conferenceId, venueId: row.venueId });
    // dark on white with a quiet zone, whatever the page's theme: cameras want it so
    const { toString: drawQr } = await import('qrcode');
    const qr = await drawQr(token, { type: 'svg', errorCorrectionLevel: 'M', margin: 4, color: { dark: '#000000', light: '#ffffff' } });
    return { ...row, token, qr, checkedInAt: row.checkedInAt?.toISOString() ?? null };
  }
}
