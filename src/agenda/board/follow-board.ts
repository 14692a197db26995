import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conferences } from '../../conferences/conference.queries.js';
import type { DraftEdit } from '../../contract/board.js';
import type { ConferenceId } from '../../contract/ids.js';
import type { CommandInput, CommandOutput } from '../../contract/socket.js';
import { mustBeAllowed } from '../../platform/access/actors.js';
import { problem } from '../../platform/problems/problem-error.js';
import type { Caller } from '../../realtime/caller.js';
import { CommandRegistry } from '../../realtime/command-registry.js';
import { REALTIME_LIMITS, type RealtimeLimits } from '../../realtime/limits.js';
import { boardRoom } from '../../realtime/rooms.js';
import { MESSAGE_BYTES } from '../agenda-audience.js';
import { BoardPointers } from './board-pointers.js';
import { readCurrentEdits, readDraftEditsAfter } from './draft-edit.queries.js';
import { DraftRelay } from './draft-relay.js';

/** More missed edits than these, and the board is read anew. */
const MOST_EDITS = 200;

/** The socket commands of an open board. A role that is taken away closes its sockets, and with them these rooms. */
@Injectable()
export class FollowBoard implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly commands: CommandRegistry,
    private readonly conferences: Conferences,
    private readonly relay: DraftRelay,
    private readonly pointers: BoardPointers,
    @Inject(REALTIME_LIMITS) private readonly limits: RealtimeLimits,
  ) {}

  onModuleInit(): void {
    this.commands.register('board:follow', { action: 'read-drafts', run: async (caller, input) => await this.follow(caller, input) });
    this.commands.register('board:unfollow', { action: 'read-drafts', run: (caller, input) => this.unfollow(caller, input) });
    this.commands.register('board:point', { action: 'read-drafts', run: async (caller, input) => await this.point(caller, input) });
  }

  private async follow(caller: Caller, { conference, since }: CommandInput<'board:follow'>): Promise<CommandOutput<'board:follow'>> {
    mustBeAllowed(caller.actor, 'read-drafts', { conferenceSlug: conference });
    const { id, slug } = await this.conferences.bySlug(conference);
    const room = boardRoom(id);
    if (!caller.isIn(room) && caller.rooms() >= this.limits.rooms) {
      throw problem('too-many-requests', 'This connection follows as much as one connection may: unfollow something first.');
    }
    // Joined before the log is read: an edit is in the answer or is sent to the room, or both, and known edits are dropped.
    caller.join(room);
    await this.relay.watch(id, slug);
    const you = await this.pointers.enter(caller, id, slug);
    const { edit, edits } = await this.missed(id, since);
    return edits === null ? { edit, snapshot: true, you } : { edit, edits, you };
  }

  private async missed(id: ConferenceId, since: number): Promise<{ edit: number; edits: DraftEdit[] | null }> {
    const current = (await readCurrentEdits(this.source.manager, [id])).get(id) ?? 0;
    const edits = await readDraftEditsAfter(this.source.manager, id, since, MOST_EDITS + 1);
    const edit = edits.at(-1)?.edit ?? current;
    const isWhole = edits.length === 0 ? since === current : edits[0]?.edit === since + 1;
    const isWorth = edits.length <= MOST_EDITS && JSON.stringify(edits).length <= MESSAGE_BYTES;
    return { edit, edits: isWhole && isWorth ? edits : null };
  }

  private unfollow(caller: Caller, { conference }: CommandInput<'board:unfollow'>): CommandOutput<'board:unfollow'> {
    mustBeAllowed(caller.actor, 'read-drafts', { conferenceSlug: conference });
    const id = this.pointers.leave(caller, conference);
    if (id !== undefined) caller.leave(boardRoom(id));
    return {};
  }

  private async point(caller: Caller, { conference, ...point }: CommandInput<'board:point'>): Promise<CommandOutput<'board:point'>> {
    mustBeAllowed(caller.actor, 'read-drafts', { conferenceSlug: conference });
    if (!(await this.pointers.point(caller, conference, point))) throw problem('conflict', 'Follow the board before you point on it.');
    return {};
  }
}
