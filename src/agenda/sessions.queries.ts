import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import type { SessionDetails, SessionQuery, SlotDetails } from '../contract/agenda-requests.js';
import type { ConferenceId, SessionId } from '../contract/ids.js';
import type { Page } from '../contract/page.js';
import type { Actor } from '../platform/access/policy.js';
import { readPage } from '../platform/database/read-page.js';
import { problem } from '../platform/problems/problem-error.js';
import { AppearanceEntity } from './appearance.entity.js';
import { filters, sessionsThat } from './session-filter.js';
import { reachedSessions } from './session-reach.js';
import { SessionEntity } from './session.entity.js';
import { SlotEntity } from './slot.entity.js';

/** Sessions as organizers see them: with their slots in both plans. A page costs three queries, however long. */
@Injectable()
export class Sessions {
  constructor(private readonly source: DataSource) {}

  async page(conferenceId: ConferenceId, query: SessionQuery, actor: Actor): Promise<Page<SessionDetails>> {
    const reached = await reachedSessions(this.source.manager, actor, 'read-sessions', conferenceId);
    const page = await readPage(this.source, SessionEntity, { conferenceId, id: sessionsThat([...reached, ...filters(query)]) }, query);
    return { ...page, items: await withSlots(this.source.manager, page.items) };
  }

  /** For a reader: one that is not within their reach is not there. */
  async oneFor(actor: Actor, conferenceId: ConferenceId, id: SessionId): Promise<SessionDetails> {
    const reached = await reachedSessions(this.source.manager, actor, 'read-sessions', conferenceId);
    const isReached = await this.source.manager.existsBy(SessionEntity, { conferenceId, id: sessionsThat([...reached, { sql: 'o.id = :asked', values: { asked: id } }]) });
    if (!isReached) throw noSession();
    return await this.one(conferenceId, id);
  }

  async one(conferenceId: ConferenceId, id: SessionId, tx: EntityManager = this.source.manager): Promise<SessionDetails> {
    const row = await findSession(tx, conferenceId, id);
    const [details] = await withSlots(tx, [row]);
    return details as SessionDetails;
  }
}

/** @throws ProblemError `not-found`, also for a session of another conference */
export async function findSession(tx: EntityManager, conferenceId: ConferenceId, id: SessionId): Promise<SessionEntity> {
  const row = await tx.findOneBy(SessionEntity, { id, conferenceId });
  if (row === null) throw noSession();
  return row;
}

const noSession = () => problem('not-found', 'This conference has no such session. It may have been removed.');

async function withSlots(tx: EntityManager, rows: readonly SessionEntity[]): Promise<SessionDetails[]> {
  const sessionId = In(rows.map((row) => row.id));
  const slots = await tx.findBy(SlotEntity, { sessionId });
  const appearances = await tx.find(AppearanceEntity, { where: { sessionId }, order: { position: 'ASC' } });
  return rows.map((row) => ({
    ...row,
    appearances: appearances.filter((appearance) => appearance.sessionId === row.id).map(({ speakerId, role, mode, interpretsInto }) => ({ speakerId, role, mode, interpretsInto })),
    draft: toSlotDetails(slots.find((slot) => slot.sessionId === row.id && slot.plan === 'draft')),
    published: toSlotDetails(slots.find((slot) => slot.sessionId === row.id && slot.plan === 'published')),
  }));
}

function toSlotDetails(slot: SlotEntity | undefined): SlotDetails | null {
  if (slot === undefined) return null;
  const { roomId, anchor, cancelled, cancelReason, waivedAt, waivedBy, waiverReason } = slot;
  const waiver = waivedAt === null ? null : { reason: waiverReason ?? '', by: waivedBy ?? '', at: waivedAt.toISOString() };
  return { roomId, anchor, cancelled, cancelReason, waiver, startsAt: slot.startsAt.toISOString(), endsAt: slot.endsAt.toISOString() };
}
