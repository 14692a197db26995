import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { CommandInput, CommandOutput } from '../contract/socket.js';
import { may } from '../platform/access/policy.js';
import { problem } from '../platform/problems/problem-error.js';
import type { Caller } from '../realtime/caller.js';
import { CommandRegistry } from '../realtime/command-registry.js';
import { REALTIME_LIMITS, type RealtimeLimits } from '../realtime/limits.js';
import { Presence } from '../realtime/presence.js';
import { conferenceRoom } from '../realtime/rooms.js';
import { MESSAGE_BYTES } from './agenda-audience.js';
import { AgendaCache } from './agenda-cache.js';
import type { HeldAgenda } from './held-agenda.js';
import { RevisionRelay } from './revision-relay.js';

/** The socket commands by which a client follows a conference's published agenda. */
@Injectable()
export class FollowAgenda implements OnModuleInit {
  constructor(
    private readonly commands: CommandRegistry,
    private readonly cache: AgendaCache,
    private readonly relay: RevisionRelay,
    private readonly presence: Presence,
    @Inject(REALTIME_LIMITS) private readonly limits: RealtimeLimits,
  ) {}

  onModuleInit(): void {
    this.commands.register('agenda:follow', { action: 'read-public', run: async (caller, input) => await this.follow(caller, input) });
    this.commands.register('agenda:unfollow', { action: 'read-public', run: (caller, input) => this.unfollow(caller, input) });
  }

  private async follow(caller: Caller, input: CommandInput<'agenda:follow'>): Promise<CommandOutput<'agenda:follow'>> {
    const held = await this.held(caller, input);
    const { id, slug } = held.agenda.conference;
    const room = conferenceRoom(id);
    if (!caller.isIn(room) && caller.rooms() >= this.limits.rooms) {
      throw problem('too-many-requests', 'This connection follows as much as one connection may: unfollow something first.');
    }
    // Joined first, answered from what is held now, and nothing awaited between: a revision is in the answer or is sent to the room.
    caller.join(room);
    const cityId = input.cityId ?? null;
    this.presence.enter(caller, { conference: id, slug, cityId: cityId !== null && cityId in held.agenda.cities ? cityId : null });
    const revisions = held.changesSince(input.since, MESSAGE_BYTES);
    return revisions === null ? { revision: held.revision, snapshot: true } : { revision: held.revision, revisions };
  }

  /**
   * A client that is ahead of this process makes it read the log: only then is it known which of the two is right, the
   * client that came from a faster process, or a database that was put back to an earlier state.
   */
  private async held(caller: Caller, { conference, since }: CommandInput<'agenda:follow'>): Promise<HeldAgenda> {
    const access = { drafts: may(caller.actor, 'read-drafts', { conferenceSlug: conference }) === 'allowed' };
    const held = await this.cache.bySlug(conference, access);
    if (since <= held.revision) return held;
    await this.relay.pull(held.agenda.conference.id);
    return await this.cache.bySlug(conference, access);
  }

  private unfollow(caller: Caller, { conference }: CommandInput<'agenda:unfollow'>): CommandOutput<'agenda:unfollow'> {
    const id = this.cache.idOf(conference);
    if (id !== undefined) {
      caller.leave(conferenceRoom(id));
      this.presence.leave(caller, id);
    }
    return {};
  }
}
