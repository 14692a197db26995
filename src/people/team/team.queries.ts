import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ConferenceId } from '../../contract/ids.js';
import type { Invitation, Member, Team } from '../../contract/team.js';
import type { Actor } from '../../platform/access/policy.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { assignableRoles, type Standing } from './may-assign.js';
import { standingOf } from './team-scope.js';

type MemberRow = Omit<Member, 'email' | 'since' | 'isMe'> & { emailSealed: Buffer; since: Date };
type InvitationRow = Omit<Invitation, 'email' | 'invitedAt' | 'expiresAt'> & { emailSealed: Buffer; invitedAt: Date; expiresAt: Date };

/** Who works on a conference. A host reads those of their city; the site's administrators are shown to administrators. */
@Injectable()
export class TeamQueries {
  constructor(
    private readonly source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  async team(conferenceId: ConferenceId, actor: Actor): Promise<Team> {
    const standing = standingOf(actor, conferenceId);
    const [members, invitations] = await Promise.all([this.members(conferenceId, standing), this.invitations(conferenceId, standing)]);
    const me = actor.kind === 'person' ? actor.accountId : null;
    return {
      members: members.map(({ emailSealed, since, ...row }) => ({
        ...row, email: this.sealing.open(emailSealed, `account.email:${row.accountId}`), since: since.toISOString(), isMe: row.accountId === me,
      })),
      invitations: invitations.map(({ emailSealed, invitedAt, expiresAt, ...row }) => ({
        ...row, email: this.sealing.open(emailSealed, `invitation.email:${row.id}`), invitedAt: invitedAt.toISOString(), expiresAt: expiresAt.toISOString(),
      })),
      assignable: assignableRoles(standing),
    };
  }

  private async members(conferenceId: ConferenceId, standing: Standing): Promise<MemberRow[]> {
    return await this.source.query<MemberRow[]>(
      `SELECT m.id, m.account_id AS "accountId", a.handle, a.email_sealed AS "emailSealed", m.role, m.city_id AS "cityId", m.venue_id AS "venueId", m.created_at AS since
       FROM membership m JOIN account a ON a.id = m.account_id LEFT JOIN venue v ON v.id = m.venue_id
       WHERE ${WITHIN} ORDER BY m.id`,
      within(conferenceId, standing),
    );
  }

  private async invitations(conferenceId: ConferenceId, standing: Standing): Promise<InvitationRow[]> {
    return await this.source.query<InvitationRow[]>(
      `SELECT m.id, m.email_sealed AS "emailSealed", m.role, m.city_id AS "cityId", m.venue_id AS "venueId", m.created_at AS "invitedAt",
              m.expires_at AS "expiresAt", m.expires_at < now() AS "isExpired"
       FROM invitation m LEFT JOIN venue v ON v.id = m.venue_id
       WHERE ${WITHIN} AND m.role <> 'speaker' AND m.accepted_at IS NULL AND m.revoked_at IS NULL ORDER BY m.id`,
      within(conferenceId, standing),
    );
  }
}

/** Of memberships and invitations alike: those at which a standing reaches. */
const WITHIN = `CASE WHEN m.role = 'administrator' THEN $2 ELSE m.conference_id = $1 AND ($3 OR coalesce(m.city_id, v.city_id) = ANY($4::uuid[])) END`;

function within(conferenceId: ConferenceId, { isAdministrator, scope }: Standing): unknown[] {
  return [conferenceId, isAdministrator, scope === 'everything', scope === 'everything' ? [] : scope.cityIds];
}
