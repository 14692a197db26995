import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import { placeReach } from '../../conferences/place-reach.queries.js';
import type { Revision } from '../../contract/changes.js';
import type { ConferenceId, SessionId } from '../../contract/ids.js';
import type { LiveRipple } from '../../contract/live-day.js';
import { actorName } from '../../platform/access/actors.js';
import type { Actor } from '../../platform/access/policy.js';
import { recordAudit } from '../../platform/audit/record-audit.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { PlacementSlot } from '../../rules/placement/world.js';
import { speakersOf, type Day } from '../../rules/ripple/day.js';
import { previewOf } from '../../rules/ripple/preview.js';
import { publish } from '../publish.js';
import { readRevisionsAfter } from '../revision.queries.js';
import { readDay } from './live-day.queries.js';
import { refuseBreaks } from './refuse-breaks.js';
import { shiftLiveSlots, type Target } from './shift-live-slots.js';

/** More missed revisions than these, and nobody can say any more what was looked at. */
const MOST_MISSED = 200;

/** Applies a ripple as the organizer saw and edited it: all of it in ONE revision, or nothing. */
@Injectable()
export class ApplyRipple {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /**
   * Answers null where the agenda is so already.
   * @throws ProblemError `stale-preview` with a new preview, `day-conflict`, `room-overlap`, `speaker-overlap`, `not-published`, `not-found`, `not-allowed`
   */
  async run(slug: string, ripple: LiveRipple, actor: Actor): Promise<Revision | null> {
    return await this.source.transaction(async (tx) => {
      const { id: conferenceId } = await this.conferences.bySlug(slug, tx);
      const targets = new Map(ripple.slots.map(({ sessionId, startsAt, endsAt, ...slot }): [SessionId, Target] => [
        sessionId, { ...slot, startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) },
      ]));
      const scope = { place: false, sessions: [...targets.keys()] };
      const revision = await publish(tx, { conferenceId, scope, kind: 'live', note: ripple.reason, actor: actorName(actor) }, async () => {
        await this.refuseUnfit(tx, conferenceId, ripple, targets, actor);
        await shiftLiveSlots(tx, actor, conferenceId, targets);
      });
      await recordAudit(tx, {
        actor: actorName(actor), action: 'change-live-agenda.ripple', conferenceId, subject: `conference:${conferenceId}`,
        details: { revision: revision?.revision ?? null, sessions: targets.size },
      });
      return revision;
    });
  }

  private async refuseUnfit(tx: EntityManager, id: ConferenceId, ripple: LiveRipple, targets: ReadonlyMap<SessionId, Target>, actor: Actor): Promise<void> {
    const { day, revision, board } = await readDay(tx, id, new Date());
    const unknown = ripple.slots.findIndex(({ roomId }) => !day.world.rooms.has(roomId));
    if (unknown >= 0) {
      throw problem('not-found', 'This conference has no such room.', { errors: [{ path: `/slots/${unknown}/roomId`, message: 'Not a room of this conference.' }] });
    }
    if (await isStale(tx, id, ripple, day, revision)) {
      const reach = await placeReach(tx, actor, 'change-live-agenda', id);
      const anew = ripple.asked === null ? null : previewOf(day, ripple.asked, { revision, mayMove: reach?.cityIds ?? null });
      throw problem('stale-preview', 'The agenda changed while you looked; nothing of yours was applied. Look at it again as it would be now.', {
        ...(anew === null || 'reason' in anew ? {} : { preview: anew }),
      });
    }
    const slots = new Map([...targets].flatMap(([sessionId, { roomId, startsAt, endsAt, cancelled }]): [SessionId, PlacementSlot][] => {
      const published = day.published.get(sessionId);
      return published === undefined ? [] : [[sessionId, { ...published, roomId, startsAt, endsAt, cancelled }]];
    }));
    refuseBreaks(day, slots, board);
  }
}

/** Whether something that the preview was worked out on was changed since: a session of it, or one that shares a room or a speaker with it. */
async function isStale(tx: EntityManager, id: ConferenceId, { expected, slots }: LiveRipple, day: Day, revision: number): Promise<boolean> {
  if (expected === revision) return false;
  if (expected > revision) return true;
  const missed = await readRevisionsAfter(tx, id, expected, MOST_MISSED + 1);
  if (missed.length > MOST_MISSED) return true;
  const rooms = new Set(slots.flatMap(({ sessionId, roomId }) => [roomId, day.published.get(sessionId)?.roomId ?? roomId]));
  const speakers = new Set(slots.flatMap(({ sessionId }) => speakersOf(day.world, sessionId)));
  const listed = new Set(slots.map(({ sessionId }) => sessionId));
  return missed.some(({ changes }) => changes.some((change) => {
    if (change.change === 'room.put' || change.change === 'room.removed') return rooms.has(change.change === 'room.put' ? change.room.id : change.roomId);
    const sessionId = 'sessionId' in change ? change.sessionId : change.change === 'session.added' ? change.session.id : null;
    if (sessionId === null) return false;
    const slot = day.published.get(sessionId);
    const was = 'from' in change && 'roomId' in change.from ? change.from.roomId : null;
    return listed.has(sessionId) || (slot !== undefined && rooms.has(slot.roomId)) || (was !== null && rooms.has(was)) || speakersOf(day.world, sessionId).some((speaker) => speakers.has(speaker));
  }));
}
