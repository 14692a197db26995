import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences, noConference } from '../../conferences/conference.queries.js';
import type { ChannelAccess, Playback } from '../../contract/channel.js';
import type { ChannelId, ConferenceId } from '../../contract/ids.js';
import { mustBeAllowed } from '../../platform/access/actors.js';
import { may, type Actor } from '../../platform/access/policy.js';
import { problem } from '../../platform/problems/problem-error.js';
import { playbackAddresses } from './playback-addresses.js';
import { PlaybackTokens, type Subject } from './playback-tokens.js';

/** How long an address plays. Who may watch asks for a new one before. */
export const TOKEN_SECONDS = 3_600;

/** Gives who may watch a channel the addresses to do so. */
@Injectable()
export class IssuePlayback {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly tokens: PlaybackTokens,
  ) {}

  /** @throws ProblemError `not-found`; `token-required`, `second-factor-required` or `not-allowed` for a channel that is not public */
  async run(slug: string, channelId: ChannelId, actor: Actor): Promise<Playback> {
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId, status } = await this.conferences.bySlug(slug, tx);
      if (status === 'draft' && may(actor, 'read-streams', { conferenceId }) !== 'allowed') throw noConference(slug);
      const [channel] = await tx.query<{ access: ChannelAccess }[]>(`SELECT access FROM stream_channel WHERE id = $1 AND conference_id = $2`, [channelId, conferenceId]);
      if (channel === undefined) throw problem('not-found', 'There is no such channel here. It may have been removed.');
      const subject: Subject = channel.access === 'public' ? `anyone:${channelId}` : await admittedAs(tx, conferenceId, actor);
      // after the lock on what admits: a token is never newer than what takes that away
      const [{ now }] = await tx.query<[{ now: number }]>(`SELECT extract(epoch FROM clock_timestamp())::float8 AS now`);
      const issuedAt = Math.floor(now * 1_000);
      const expiresAt = issuedAt + TOKEN_SECONDS * 1_000;
      return playbackAddresses(this.tokens.seal(subject, { channelId, issuedAt, expiresAt }), channelId, new Date(expiresAt));
    });
  }
}

/** What admits them: a ticket in force, else being a speaker, else a role in the team. Locked until the token is made. */
export async function admittedAs(tx: EntityManager, conferenceId: ConferenceId, actor: Actor): Promise<Subject> {
  mustBeAllowed(actor, 'watch', { conferenceId });
  if (actor.kind !== 'person') return 'operator';
  const found = async (sql: string): Promise<string | undefined> => (await tx.query<{ id: string }[]>(sql, [actor.accountId, conferenceId]))[0]?.id;
  const ticket = await found(`
    SELECT t.id FROM registration r JOIN ticket t ON t.registration_id = r.id
    WHERE r.account_id = $1 AND r.conference_id = $2 AND r.state = 'confirmed' AND t.revoked_at IS NULL FOR SHARE`);
  if (ticket !== undefined) return `ticket:${ticket}`;
  const speaker = await found(`SELECT id FROM speaker WHERE account_id = $1 AND conference_id = $2 LIMIT 1 FOR SHARE`);
  if (speaker !== undefined) return `speaker:${speaker}`;
  const member = actor.strong
    ? await found(`SELECT id FROM membership WHERE account_id = $1 AND (conference_id = $2 OR conference_id IS NULL) LIMIT 1 FOR SHARE`)
    : undefined;
  if (member !== undefined) return `member:${member}`;
  throw problem('not-allowed', 'Your ticket is no longer valid. Make a new one on the page of your ticket, or ask the organizers.');
}
