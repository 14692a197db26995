import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import { placeReach } from '../../conferences/place-reach.queries.js';
import type { PreviewRequest, RipplePreview } from '../../contract/live-day.js';
import type { Actor } from '../../platform/access/policy.js';
import { problem, type ProblemError } from '../../platform/problems/problem-error.js';
import type { UnfitChange } from '../../rules/ripple/given-slots.js';
import { previewOf } from '../../rules/ripple/preview.js';
import { readDay } from './live-day.queries.js';

/** What would follow from a change of the day. Nothing is written, nobody is told. */
@Injectable()
export class PreviewRipple {
  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
  ) {}

  /** @throws ProblemError `not-published`, `not-found`, `invalid-input` where the change can't be */
  async run(slug: string, asked: PreviewRequest, actor: Actor): Promise<RipplePreview> {
    return await this.source.transaction('REPEATABLE READ', async (tx) => {
      const { id } = await this.conferences.bySlug(slug, tx);
      const reach = await placeReach(tx, actor, 'change-live-agenda', id);
      const { day, revision } = await readDay(tx, id, new Date());
      const preview = previewOf(day, asked, { revision, mayMove: reach?.cityIds ?? null });
      if ('reason' in preview) throw unfit(preview);
      return preview;
    });
  }
}

function unfit({ index, reason }: UnfitChange): ProblemError {
  const at = (field: string, message: string) => ({ errors: [{ path: `/changes/${index}/${field}`, message }] });
  switch (reason) {
    case 'not-published':
      return problem('not-published', 'This session is not on the published agenda. Put it in the draft and release that first.', at('sessionId', 'Not a published session of this conference.'));
    case 'no-such-room':
      return problem('not-found', 'This conference has no such room.', at('roomId', 'Not a room of this conference.'));
    case 'nothing-left':
      return problem('invalid-input', 'That would leave nothing of the session. Cancel it instead.', at('minutes', 'Shorten it by less than its length.'));
    case 'same-session':
      return problem('invalid-input', 'Choose two different sessions to swap.', at('withSessionId', 'This is the same session.'));
    case 'ends-before-it-begins':
      return problem('invalid-input', 'The room has to be free again after it was lost.', at('until', 'Give a later time.'));
  }
}
