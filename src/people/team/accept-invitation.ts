import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ConferenceId, SpeakerId } from '../../contract/ids.js';
import type { AcceptedInvitation, InvitationOffer } from '../../contract/team.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import { hashSecret } from '../accounts/secrets.js';
import { acceptSpeakerInvitation } from '../speakers/accept-speaker-invitation.js';

type InvitedRole = InvitationOffer['role'];

interface OpenInvitation {
  id: string;
  role: InvitedRole;
  conferenceId: ConferenceId | null;
  cityId: string | null;
  venueId: string | null;
  speakerId: SpeakerId | null;
}

/** What accepting an invitation does, in the transaction that uses it up. */
type WhenAccepted = (tx: EntityManager, invitation: OpenInvitation, accountId: string) => Promise<void>;

/** By role. A new kind of invitation is a line here. */
const WHEN_ACCEPTED: Readonly<Record<InvitedRole, WhenAccepted>> = {
  administrator: joinTeam,
  organizer: joinTeam,
  'city-host': joinTeam,
  'stage-crew': joinTeam,
  moderator: joinTeam,
  speaker: becomeSpeaker,
};

/** Accepts an invitation: once, in time, and only for the person whose verified address it was sent to. */
@Injectable()
export class AcceptInvitation {
  constructor(private readonly source: DataSource) {}

  /** @throws ProblemError `not-found` for a link that never was, was used, taken back or is too old: all the same to who holds it */
  async offer(token: string): Promise<InvitationOffer> {
    const [row] = await this.source.query<{ role: InvitedRole; slug: string | null; title: string | null; place: string | null; expiresAt: Date }[]>(
      `SELECT i.role, c.slug, c.title, i.expires_at AS "expiresAt",
              coalesce((SELECT name FROM city WHERE id = i.city_id), (SELECT name FROM venue WHERE id = i.venue_id)) AS place
       FROM invitation i LEFT JOIN conference c ON c.id = i.conference_id WHERE i.token_hash = $1 AND ${OPEN}`,
      [hashSecret(token)],
    );
    if (row === undefined) throw noInvitation();
    const { role, slug, title, place, expiresAt } = row;
    return { role, place, expiresAt: expiresAt.toISOString(), conference: slug === null || title === null ? null : { slug, title } };
  }

  /** @throws ProblemError `not-found` as above, `not-allowed` for another person than the one who was invited */
  async accept(token: string, actor: Actor): Promise<AcceptedInvitation> {
    if (actor.kind !== 'person') throw problem('not-allowed', 'Only a person accepts an invitation: sign in with the address that it was sent to.');
    const { accountId } = actor;
    return await this.source.transaction(async (tx) => {
      const [found] = await tx.query<(OpenInvitation & { isMine: boolean; slug: string | null })[]>(
        `SELECT i.id, i.role, i.conference_id AS "conferenceId", i.city_id AS "cityId", i.venue_id AS "venueId", i.speaker_id AS "speakerId",
                i.email_index = (SELECT email_index FROM account WHERE id = $2) AS "isMine", (SELECT slug FROM conference WHERE id = i.conference_id) AS slug
         FROM invitation i WHERE i.token_hash = $1 AND ${OPEN} FOR UPDATE OF i`,
        [hashSecret(token), accountId],
      );
      if (found === undefined) throw noInvitation();
      const { isMine, slug, ...invitation } = found;
      if (!isMine) throw problem('not-allowed', 'This invitation was sent to another address. Sign in with that one to accept it.');
      await tx.query(`UPDATE invitation SET accepted_at = now() WHERE id = $1`, [invitation.id]);
      await WHEN_ACCEPTED[invitation.role](tx, invitation, accountId);
      await recordAudit(tx, {
        actor: actorName(actor), action: 'take-part.accept-invitation', conferenceId: invitation.conferenceId, subject: `invitation:${invitation.id}`, details: { role: invitation.role },
      });
      return { conferenceSlug: slug, role: invitation.role };
    });
  }
}

const OPEN = `i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()`;

async function joinTeam(tx: EntityManager, { role, conferenceId, cityId, venueId }: OpenInvitation, accountId: string): Promise<void> {
  await tx.query(`INSERT INTO membership (id, account_id, role, conference_id, city_id, venue_id) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`, [
    newId(), accountId, role, conferenceId, cityId, venueId,
  ]);
}

async function becomeSpeaker(tx: EntityManager, { id, conferenceId, speakerId }: OpenInvitation, accountId: string): Promise<void> {
  if (conferenceId === null || speakerId === null) throw new Error(`the speaker's invitation ${id} names no speaker`);
  await acceptSpeakerInvitation(tx, { id, conferenceId, speakerId }, accountId);
}

const noInvitation = () => problem('not-found', 'This invitation does not work: it was used already, taken back, or is too old. Ask for a new one.');
