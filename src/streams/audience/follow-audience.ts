import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { CommandInput, CommandOutput } from '../../contract/socket.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { Caller } from '../../realtime/caller.js';
import { CommandRegistry } from '../../realtime/command-registry.js';
import { REALTIME_LIMITS, type RealtimeLimits } from '../../realtime/limits.js';
import { watchingRoom } from '../../realtime/rooms.js';
import { Admission } from '../admission/admission.js';
import { readPlaybackAddress } from '../admission/playback-addresses.js';
import { Audiences } from './audiences.js';

/** The socket commands of an open player. Who may watch is who holds an address that plays: the database is not asked. */
@Injectable()
export class FollowAudience implements OnModuleInit {
  constructor(
    private readonly commands: CommandRegistry,
    private readonly admission: Admission,
    private readonly audiences: Audiences,
    @Inject(REALTIME_LIMITS) private readonly limits: RealtimeLimits,
  ) {}

  onModuleInit(): void {
    this.commands.register('audience:join', { action: 'read-public', run: (caller, input) => this.join(caller, input) });
    this.commands.register('audience:leave', { action: 'read-public', run: (caller, { channelId }) => {
      this.audiences.leave(caller, channelId);
      return {};
    } });
  }

  private join(caller: Caller, { address }: CommandInput<'audience:join'>): CommandOutput<'audience:join'> {
    const watching = readPlaybackAddress(address);
    if (watching === null || this.admission.refuses(watching.token, watching.channelId) !== null) {
      throw problem('not-allowed', 'This address does not play. Open the session again.');
    }
    if (!caller.isIn(watchingRoom(watching.channelId)) && caller.rooms() >= this.limits.rooms) {
      throw problem('too-many-requests', 'This connection follows as much as one connection may: unfollow something first.');
    }
    return { channelId: watching.channelId, watching: this.audiences.enter(caller, watching) };
  }
}
