import { Injectable } from '@nestjs/common';
import type { Revision } from '../contract/changes.js';
import { may } from '../platform/access/policy.js';
import { Broadcaster } from '../realtime/broadcaster.js';
import { conferenceRoom } from '../realtime/rooms.js';
import type { HeldAgenda } from './held-agenda.js';

/** Bytes of one message, in an answer or to everyone; what is larger is read over HTTP, where it is compressed once. */
export const MESSAGE_BYTES = 256_000;

/** Those who follow a conference's agenda, and what they are told of it. */
@Injectable()
export class AgendaAudience {
  constructor(private readonly broadcaster: Broadcaster) {}

  /** Revisions that the cache holds already, ascending and gapless. Resolves when they are written to everyone. */
  async tellChanged(held: HeldAgenda, revisions: readonly Revision[]): Promise<void> {
    const [first] = revisions;
    const last = revisions.at(-1);
    if (first === undefined || last === undefined) return;
    if (held.isDraft) await this.withdraw(held);
    if (JSON.stringify(revisions).length > MESSAGE_BYTES) return await this.tellStale(held);
    const { id, slug } = held.agenda.conference;
    await this.broadcaster.publish(conferenceRoom(id), 'agenda:changed', {
      conference: slug,
      from: first.revision - 1,
      to: last.revision,
      revisions: [...revisions],
    });
  }

  async tellStale(held: HeldAgenda): Promise<void> {
    const { id, slug } = held.agenda.conference;
    await this.broadcaster.publish(conferenceRoom(id), 'agenda:stale', { conference: slug, revision: held.revision });
  }

  async tellGone(held: HeldAgenda): Promise<void> {
    const { id, slug } = held.agenda.conference;
    await this.broadcaster.publish(conferenceRoom(id), 'agenda:gone', { conference: slug });
  }

  /** A conference that became a draft again is no longer the public's: they learn that what they hold is void, and no more. */
  private async withdraw(held: HeldAgenda): Promise<void> {
    const { id, slug } = held.agenda.conference;
    await this.tellStale(held);
    this.broadcaster.evict(conferenceRoom(id), ({ actor }) => may(actor, 'read-drafts', { conferenceSlug: slug }) === 'allowed');
  }
}
