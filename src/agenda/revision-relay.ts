import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Histogram } from 'prom-client';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Revision } from '../contract/changes.js';
import { ConferenceId } from '../contract/ids.js';
import { DatabaseListener } from '../platform/database/database-listener.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { AgendaCache } from './agenda-cache.js';
import { AgendaAudience } from './agenda-audience.js';
import { Coalescer } from './coalescer.js';
import { OneAtATime } from './one-at-a-time.js';
import { REVISION_CHANNEL } from './publish.js';
import { readCurrentRevisions, readRevisionsAfter } from './revision.queries.js';

const COALESCE_MS = 50;
/** A notification that was missed costs no more than this. */
const POLL_MS = 3_000;
const ROWS_AT_ONCE = 50;
const LAG_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const Notice = z.object({ conference: ConferenceId, revision: z.number() });

/**
 * Follows the revision log of each conference that this process holds: in order and without a gap, each revision goes
 * into the cache and then to those who follow. The log is the truth; a notification only says that it is time to read.
 */
@Injectable()
export class RevisionRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(RevisionRelay.name);
  private readonly outgoing = new Coalescer<ConferenceId, Revision>(COALESCE_MS, async (id, revisions) => await this.send(id, revisions));
  private readonly pulls = new OneAtATime<ConferenceId>(async (id) => await this.read(id));
  private readonly lag: Histogram;
  private timer: NodeJS.Timeout | undefined;
  private polling = false;

  constructor(
    private readonly source: DataSource,
    private readonly cache: AgendaCache,
    private readonly audience: AgendaAudience,
    listener: DatabaseListener,
    metrics: Metrics,
  ) {
    this.lag = metrics.histogram({ name: 'meridian_relay_lag_seconds', help: 'From a revision’s write to its relay by this process.' }, LAG_BUCKETS);
    listener.listen(REVISION_CHANNEL, (payload) => this.heard(payload));
    listener.onConnected(() => void this.poll());
    cache.onLoaded((id) => this.pullSoon(id));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.poll(), POLL_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Reads what is new in a conference's log. Rejects when the database does not answer. */
  async pull(id: ConferenceId): Promise<void> {
    await this.pulls.run(id);
  }

  private heard(payload: string): void {
    const notice = Notice.safeParse(JSON.parse(payload));
    if (!notice.success) return;
    const held = this.cache.byId(notice.data.conference);
    if (held !== undefined && notice.data.revision > held.revision) this.pullSoon(notice.data.conference);
  }

  private pullSoon(id: ConferenceId): void {
    // the next poll tries again
    this.pull(id).catch((error: unknown) => this.logger.warn(`the revision log could not be read: ${String(error)}`));
  }

  private async read(id: ConferenceId): Promise<void> {
    for (;;) {
      const held = this.cache.byId(id);
      if (held === undefined) return;
      const revisions = await readRevisionsAfter(this.source.manager, id, held.revision, ROWS_AT_ONCE);
      // read anew meanwhile
      if (this.cache.byId(id) !== held) continue;
      for (const revision of revisions) {
        if (revision.revision !== held.revision + 1) return await this.startAnew(id);
        held.advance(revision);
        this.lag.observe(Math.max(0, (Date.now() - Date.parse(revision.at)) / 1_000));
        this.outgoing.add(id, revision);
      }
      if (revisions.length < ROWS_AT_ONCE) return;
    }
  }

  private async poll(): Promise<void> {
    // as held before the question: what is relayed while it is asked is newer than its answer
    const asked = new Map(this.cache.ids().map((id) => [id, this.cache.byId(id)?.revision ?? 0]));
    if (asked.size === 0 || this.polling) return;
    this.polling = true;
    try {
      const current = await readCurrentRevisions(this.source.manager, [...asked.keys()]);
      for (const [id, held] of asked) {
        const revision = current.get(id);
        if (revision === undefined) await this.forget(id);
        // a database put back to an earlier state, say from a backup
        else if (revision < held) await this.startAnew(id);
        else if (revision > held) await this.pull(id);
      }
    } catch (error) {
      this.logger.warn(`the database could not be asked for new revisions: ${String(error)}`);
    } finally {
      this.polling = false;
    }
  }

  /** The log does not lead on from what is held: everyone reads the agenda again. */
  private async startAnew(id: ConferenceId): Promise<void> {
    const held = this.cache.byId(id);
    if (held === undefined) return;
    const fresh = await this.cache.reload(held.agenda.conference.slug);
    this.outgoing.clear(id);
    await this.audience.tellStale(fresh);
  }

  private async forget(id: ConferenceId): Promise<void> {
    const held = this.cache.byId(id);
    this.cache.forget(id);
    this.outgoing.clear(id);
    if (held !== undefined) await this.audience.tellGone(held);
  }

  private async send(id: ConferenceId, revisions: Revision[]): Promise<void> {
    const held = this.cache.byId(id);
    if (held !== undefined) await this.audience.tellChanged(held, revisions);
  }
}
