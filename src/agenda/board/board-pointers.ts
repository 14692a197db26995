import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { BoardPointer, type BoardPoint } from '../../contract/board.js';
import { ConferenceId } from '../../contract/ids.js';
import { DatabaseListener } from '../../platform/database/database-listener.js';
import type { Actor } from '../../platform/access/policy.js';
import { Broadcaster } from '../../realtime/broadcaster.js';
import type { Caller } from '../../realtime/caller.js';
import { boardRoom } from '../../realtime/rooms.js';

const CHANNEL = 'board_pointed';
const COLOURS = 8;

const Notice = BoardPointer.extend({ id: ConferenceId, conference: z.string() });

interface Pointing {
  id: ConferenceId;
  slug: string;
  who: string;
  name: string;
  colour: number;
  /** Whether the others have seen them. */
  seen: boolean;
}

const GONE: BoardPoint = { at: null, sessionId: null };

/** Shows organizers where others point on the board, over all processes. Never stored, and it may be lost. */
@Injectable()
export class BoardPointers {
  /** By socket, then by slug. */
  private readonly pointing = new Map<string, Map<string, Pointing>>();

  constructor(
    private readonly source: DataSource,
    private readonly broadcaster: Broadcaster,
    listener: DatabaseListener,
  ) {
    listener.listen(CHANNEL, (payload) => void this.heard(payload));
  }

  /** Answers the caller's `who` on this board. */
  async enter(caller: Caller, id: ConferenceId, slug: string): Promise<string> {
    const name = await this.nameOf(caller.actor);
    const boards = this.pointing.get(caller.id) ?? new Map<string, Pointing>();
    const known = boards.get(slug);
    if (known !== undefined) return known.who;
    if (!this.pointing.has(caller.id)) {
      this.pointing.set(caller.id, boards);
      caller.whenGone(() => this.gone(caller.id));
    }
    const who = randomUUID();
    boards.set(slug, { id, slug, who, name, colour: colourOf(caller.actor), seen: false });
    return who;
  }

  leave(caller: Caller, slug: string): ConferenceId | undefined {
    const pointing = this.pointing.get(caller.id)?.get(slug);
    if (pointing === undefined) return undefined;
    this.pointing.get(caller.id)?.delete(slug);
    this.vanish(pointing);
    return pointing.id;
  }

  /** False where the caller has not opened that board. */
  async point(caller: Caller, slug: string, point: BoardPoint): Promise<boolean> {
    const pointing = this.pointing.get(caller.id)?.get(slug);
    if (pointing === undefined) return false;
    pointing.seen = true;
    await this.tell(pointing, point);
    return true;
  }

  private gone(callerId: string): void {
    for (const pointing of this.pointing.get(callerId)?.values() ?? []) this.vanish(pointing);
    this.pointing.delete(callerId);
  }

  private vanish(pointing: Pointing): void {
    if (pointing.seen) void this.tell(pointing, GONE);
  }

  private async tell({ id, slug, who, name, colour }: Pointing, { at, sessionId }: BoardPoint): Promise<void> {
    const notice = { id, conference: slug, who, name, colour, at, sessionId };
    // it may be lost: nobody is told that the database is away because they moved a mouse
    await this.source.query(`SELECT pg_notify($1, $2)`, [CHANNEL, JSON.stringify(notice)]).catch(() => undefined);
  }

  private async heard(payload: string): Promise<void> {
    const notice = Notice.safeParse(JSON.parse(payload));
    if (!notice.success) return;
    const { id, ...pointer } = notice.data;
    await this.broadcaster.publishVolatile(boardRoom(id), 'board:pointed', pointer);
  }

  private async nameOf(actor: Actor): Promise<string> {
    if (actor.kind !== 'person') return actor.kind;
    const [row] = await this.source.query<{ handle: string }[]>(`SELECT handle FROM account WHERE id = $1`, [actor.accountId]);
    return row?.handle ?? '';
  }
}

/** The same for one person on all their boards; keys end in random digits. */
const colourOf = (actor: Actor): number => (actor.kind === 'person' ? parseInt(actor.accountId.slice(-2), 16) % COLOURS : 0);
