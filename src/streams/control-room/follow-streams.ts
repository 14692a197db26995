import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { CommandInput, CommandOutput } from '../../contract/socket.js';
import { mustBeAllowed } from '../../platform/access/actors.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { Caller } from '../../realtime/caller.js';
import { CommandRegistry } from '../../realtime/command-registry.js';
import { REALTIME_LIMITS, type RealtimeLimits } from '../../realtime/limits.js';
import { ControlRooms } from './control-rooms.js';
import { roomsOf, seenStages } from './seen-stages.js';

/** The socket commands of an open control room. A role that is taken away closes its sockets, and with them these rooms. */
@Injectable()
export class FollowStreams implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly commands: CommandRegistry,
    private readonly conferences: Conferences,
    private readonly controlRooms: ControlRooms,
    @Inject(REALTIME_LIMITS) private readonly limits: RealtimeLimits,
  ) {}

  onModuleInit(): void {
    this.commands.register('streams:follow', { action: 'read-streams', run: async (caller, input) => await this.follow(caller, input) });
    this.commands.register('streams:unfollow', { action: 'read-streams', run: async (caller, input) => await this.unfollow(caller, input) });
  }

  private async follow(caller: Caller, { conference }: CommandInput<'streams:follow'>): Promise<CommandOutput<'streams:follow'>> {
    mustBeAllowed(caller.actor, 'read-streams', { conferenceSlug: conference });
    const { id, slug } = await this.conferences.bySlug(conference);
    const seen = await seenStages(this.source.manager, caller.actor, id);
    const rooms = roomsOf(id, seen);
    if (rooms.filter((room) => !caller.isIn(room)).length + caller.rooms() > this.limits.rooms) {
      throw problem('too-many-requests', 'This connection follows as much as one connection may: unfollow something first.');
    }
    for (const room of rooms) caller.join(room);
    return { channels: await this.controlRooms.look(id, slug, seen) };
  }

  private async unfollow(caller: Caller, { conference }: CommandInput<'streams:unfollow'>): Promise<CommandOutput<'streams:unfollow'>> {
    mustBeAllowed(caller.actor, 'read-streams', { conferenceSlug: conference });
    const { id } = await this.conferences.bySlug(conference);
    for (const room of roomsOf(id, await seenStages(this.source.manager, caller.actor, id))) caller.leave(room);
    return {};
  }
}
