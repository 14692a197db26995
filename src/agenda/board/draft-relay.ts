import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { DraftEdit } from '../../contract/board.js';
import { ConferenceId } from '../../contract/ids.js';
import { DatabaseListener } from '../../platform/database/database-listener.js';
import { Broadcaster } from '../../realtime/broadcaster.js';
import { boardRoom } from '../../realtime/rooms.js';
import { MESSAGE_BYTES } from '../agenda-audience.js';
import { Coalescer } from '../coalescer.js';
import { OneAtATime } from '../one-at-a-time.js';
import { readCurrentEdits, readDraftEditsAfter } from './draft-edit.queries.js';
import { DRAFT_CHANNEL } from './tell-boards.js';

/** Milliseconds. An edit is seen by the others at once; a board is read anew once for what changes together. */
const COALESCE_MS = { edits: 20, stale: 300 };
/** A notification that was missed costs no more than this. */
const POLL_MS = 3_000;
const ROWS_AT_ONCE = 50;

const Notice = z.union([z.object({ conference: ConferenceId, edit: z.number() }), z.object({ conference: ConferenceId, stale: z.literal(true) })]);

/**
 * Follows the log of draft edits of each conference whose board is open at this process: in order and without a gap, each
 * edit goes to the open boards. As with revisions, the log is the truth; a notification only says that it is time to read.
 */
@Injectable()
export class DraftRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(DraftRelay.name);
  /** The conferences with open boards: the last edit that was relayed. */
  private readonly open = new Map<ConferenceId, { slug: string; edit: number }>();
  private readonly outgoing = new Coalescer<ConferenceId, DraftEdit>(COALESCE_MS.edits, async (id, edits) => await this.send(id, edits));
  private readonly stale = new Coalescer<ConferenceId, true>(COALESCE_MS.stale, async (id) => await this.tellStale(id));
  private readonly pulls = new OneAtATime<ConferenceId>(async (id) => await this.read(id));
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly broadcaster: Broadcaster,
    listener: DatabaseListener,
  ) {
    listener.listen(DRAFT_CHANNEL, (payload) => this.heard(payload));
    // what went stale while nobody listened is not known
    listener.onConnected(() => [...this.open.keys()].forEach((id) => this.stale.add(id, true)));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.poll(), POLL_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Called with a socket in the conference's room already: each edit after this call is sent to it. */
  async watch(id: ConferenceId, slug: string): Promise<void> {
    if (this.open.has(id)) return;
    const edit = (await readCurrentEdits(this.source.manager, [id])).get(id);
    if (edit === undefined || this.open.has(id)) return;
    this.open.set(id, { slug, edit });
    // what was written since it was asked
    this.pullSoon(id);
  }

  private heard(payload: string): void {
    const notice = Notice.safeParse(JSON.parse(payload));
    if (!notice.success) return;
    const { conference } = notice.data;
    const held = this.open.get(conference);
    if (held === undefined) return;
    if ('stale' in notice.data) this.stale.add(conference, true);
    else if (notice.data.edit > held.edit) this.pullSoon(conference);
  }

  private pullSoon(id: ConferenceId): void {
    // the next poll tries again
    this.pulls.run(id).catch((error: unknown) => this.logger.warn(`the log of draft edits could not be read: ${String(error)}`));
  }

  private async read(id: ConferenceId): Promise<void> {
    for (;;) {
      const held = this.open.get(id);
      if (held === undefined) return;
      const edits = await readDraftEditsAfter(this.source.manager, id, held.edit, ROWS_AT_ONCE);
      for (const edit of edits) {
        if (edit.edit !== held.edit + 1) return await this.startAnew(id);
        held.edit = edit.edit;
        this.outgoing.add(id, edit);
      }
      if (edits.length < ROWS_AT_ONCE) return;
    }
  }

  private async poll(): Promise<void> {
    for (const id of this.open.keys()) if (this.broadcaster.audience(boardRoom(id)) === 0) this.open.delete(id);
    const asked = new Map([...this.open].map(([id, { edit }]) => [id, edit]));
    if (asked.size === 0) return;
    try {
      const current = await readCurrentEdits(this.source.manager, [...asked.keys()]);
      for (const [id, held] of asked) {
        const edit = current.get(id);
        // a database put back to an earlier state, say from a backup; or a conference that is gone
        if (edit === undefined || edit < held) await this.startAnew(id);
        else if (edit > held) await this.pulls.run(id);
      }
    } catch (error) {
      this.logger.warn(`the database could not be asked for new draft edits: ${String(error)}`);
    }
  }

  /** The log does not lead on from what was relayed: open boards are read anew. */
  private async startAnew(id: ConferenceId): Promise<void> {
    const held = this.open.get(id);
    if (held === undefined) return;
    this.outgoing.clear(id);
    const edit = (await readCurrentEdits(this.source.manager, [id])).get(id);
    await this.tellStale(id);
    if (edit === undefined) this.open.delete(id);
    else held.edit = edit;
  }

  private async send(id: ConferenceId, edits: readonly DraftEdit[]): Promise<void> {
    const [first] = edits;
    const last = edits.at(-1);
    const held = this.open.get(id);
    if (first === undefined || last === undefined || held === undefined) return;
    if (JSON.stringify(edits).length > MESSAGE_BYTES) return await this.tellStale(id);
    await this.broadcaster.publish(boardRoom(id), 'board:edited', { conference: held.slug, from: first.edit - 1, to: last.edit, edits: [...edits] });
  }

  private async tellStale(id: ConferenceId): Promise<void> {
    const held = this.open.get(id);
    if (held !== undefined) await this.broadcaster.publish(boardRoom(id), 'board:stale', { conference: held.slug });
  }
}
