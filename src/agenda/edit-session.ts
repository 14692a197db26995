import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences, type ConferenceKey } from '../conferences/conference.queries.js';
import type { NewSession, SessionDetails, SessionPatch } from '../contract/agenda-requests.js';
import type { ConferenceId, SessionId, TrackId } from '../contract/ids.js';
import { actorName } from '../platform/access/actors.js';
import type { Actor } from '../platform/access/policy.js';
import { recordAudit } from '../platform/audit/record-audit.js';
import { newId } from '../platform/new-id.js';
import { problem } from '../platform/problems/problem-error.js';
import { AppearanceEntity } from './appearance.entity.js';
import { recordDraftEdit } from './board/record-draft-edit.js';
import { cityToLookAfter } from './city-of-session.js';
import { publish } from './publish.js';
import { mustReachSessions } from './session-reach.js';
import { SessionEntity } from './session.entity.js';
import { findSession, Sessions } from './sessions.queries.js';

/** A session's own words and people. They have no draft: an edit of a published session is at once a revision. */
@Injectable()
export class EditSession {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly sessions: Sessions,
  ) {}

  async add(slug: string, input: NewSession, actor: Actor): Promise<SessionDetails> {
    const id = newId<SessionId>();
    return await this.write(slug, id, '', actor, 'add', async (tx, conference) => {
      const { appearances, ...fields } = input;
      // it has no slot yet: the city that it names says whose it is
      const cityId = await cityToLookAfter(tx, actor, conference.id, input.cityId);
      await refuseForeignTrack(tx, conference.id, input.trackId);
      await tx.insert(SessionEntity, { ...fields, cityId, id, conferenceId: conference.id });
      await writeAppearances(tx, conference.id, id, appearances);
    });
  }

  async change(slug: string, id: SessionId, patch: SessionPatch, actor: Actor): Promise<SessionDetails> {
    const { appearances, note, ...fields } = patch;
    return await this.write(slug, id, note ?? '', actor, 'change', async (tx, conference) => {
      await findSession(tx, conference.id, id);
      await mustReachSessions(tx, actor, 'edit-sessions', conference.id, [id], 'before');
      await refuseForeignTrack(tx, conference.id, fields.trackId ?? null);
      if (fields.cityId !== undefined) fields.cityId = await cityToLookAfter(tx, actor, conference.id, fields.cityId);
      if (Object.keys(fields).length > 0) await tx.update(SessionEntity, { id }, fields);
      if (appearances !== undefined) await writeAppearances(tx, conference.id, id, appearances);
    });
  }

  /** Takes a session out for good; a published one is withdrawn from the agenda. To tell people that it is off, cancel it instead. */
  async remove(slug: string, id: SessionId, actor: Actor): Promise<void> {
    await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      await publish(tx, publicationOf(conference.id, id, '', actor), async () => {
        await findSession(tx, conference.id, id);
        await mustReachSessions(tx, actor, 'edit-sessions', conference.id, [id], 'before');
        await recordDraftEdit(tx, { conferenceId: conference.id, sessions: [id], what: 'session', actor: actorName(actor) }, async () => {
          await tx.delete(SessionEntity, { id });
        });
      });
      await recordEdit(tx, conference.id, id, actor, 'remove');
    });
  }

  private async write(
    slug: string, id: SessionId, note: string, actor: Actor, what: 'add' | 'change', work: (tx: EntityManager, conference: ConferenceKey) => Promise<void>,
  ): Promise<SessionDetails> {
    return await this.source.transaction(async (tx) => {
      const conference = await this.conferences.bySlug(slug, tx);
      await publish(tx, publicationOf(conference.id, id, note, actor), async () => {
        await work(tx, conference);
      });
      await recordEdit(tx, conference.id, id, actor, what);
      return await this.sessions.one(conference.id, id, tx);
    });
  }
}

async function recordEdit(tx: EntityManager, conferenceId: ConferenceId, id: SessionId, actor: Actor, what: 'add' | 'change' | 'remove'): Promise<void> {
  await recordAudit(tx, { actor: actorName(actor), action: `edit-sessions.${what}`, conferenceId, subject: `session:${id}` });
}

function publicationOf(conferenceId: ConferenceId, id: SessionId, note: string, actor: Actor): Parameters<typeof publish>[1] {
  return { conferenceId, scope: { place: false, sessions: [id] }, kind: 'live', note, actor: actorName(actor) };
}

async function writeAppearances(tx: EntityManager, conferenceId: ConferenceId, sessionId: SessionId, wanted: NewSession['appearances']): Promise<void> {
  const ids = wanted.map((appearance) => appearance.speakerId);
  const rows: { id: string }[] = await tx.query(`SELECT id FROM speaker WHERE conference_id = $1 AND id = ANY($2::uuid[])`, [conferenceId, ids]);
  const known = new Set(rows.map((row) => row.id));
  const errors = wanted.flatMap(({ speakerId }, index) => {
    const path = `/appearances/${index}/speakerId`;
    if (!known.has(speakerId)) return [{ path, message: 'This conference has no such speaker.' }];
    return ids.indexOf(speakerId) === index ? [] : [{ path, message: 'This speaker is named twice.' }];
  });
  if (errors.length > 0) throw problem('invalid-input', errors[0]?.message ?? '', { errors });
  await tx.delete(AppearanceEntity, { sessionId });
  if (wanted.length === 0) return;
  await tx.insert(AppearanceEntity, wanted.map((appearance, position) => ({ ...appearance, sessionId, conferenceId, position })));
}

async function refuseForeignTrack(tx: EntityManager, conferenceId: ConferenceId, trackId: TrackId | null): Promise<void> {
  if (trackId === null) return;
  const [track] = await tx.query<object[]>(`SELECT 1 FROM track WHERE id = $1 AND conference_id = $2`, [trackId, conferenceId]);
  if (track !== undefined) return;
  throw problem('invalid-input', 'This conference has no such track.', { errors: [{ path: '/trackId', message: 'Not a track of this conference.' }] });
}
