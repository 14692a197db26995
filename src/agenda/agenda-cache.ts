import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conferences, noConference } from '../conferences/conference.queries.js';
import type { ConferenceId } from '../contract/ids.js';
import { Broadcaster } from '../realtime/broadcaster.js';
import { conferenceRoom } from '../realtime/rooms.js';
import { HeldAgenda, LOG_BOUNDS } from './held-agenda.js';
import { EVERYTHING, readPublished } from './published.queries.js';
import { readCurrentRevisions, readNewestRevisions } from './revision.queries.js';

/** Conferences kept without anyone following them; one that is followed is kept in any case. */
const MOST_IDLE = 50;

/**
 * The published agendas of this process. Each is read from the database once, when it is first asked for, and carried
 * forward by the relay only: reads go on from memory while PostgreSQL is away.
 */
@Injectable()
export class AgendaCache {
  /** By slug, least recently used first. */
  private readonly held = new Map<string, HeldAgenda>();
  private readonly loading = new Map<string, Promise<HeldAgenda>>();
  private loaded: (id: ConferenceId) => void = () => undefined;

  constructor(
    private readonly source: DataSource,
    private readonly conferences: Conferences,
    private readonly broadcaster: Broadcaster,
  ) {}

  /** Tells the relay of each conference that comes in: what was published while it was read is still to be fetched. */
  onLoaded(listener: (id: ConferenceId) => void): void {
    this.loaded = listener;
  }

  /** @throws ProblemError `not-found`; for a draft too, unless `drafts` */
  async bySlug(slug: string, access: { drafts: boolean }): Promise<HeldAgenda> {
    const known = this.held.get(slug);
    if (known !== undefined) {
      this.held.delete(slug);
      this.held.set(slug, known);
    }
    const agenda = known ?? (await this.load(slug));
    if (agenda.isDraft && !access.drafts) throw noConference(slug);
    return agenda;
  }

  byId(id: ConferenceId): HeldAgenda | undefined {
    for (const agenda of this.held.values()) if (agenda.agenda.conference.id === id) return agenda;
    return undefined;
  }

  /** The id of a conference that is held. */
  idOf(slug: string): ConferenceId | undefined {
    return this.held.get(slug)?.agenda.conference.id;
  }

  ids(): ConferenceId[] {
    return [...this.held.values()].map((agenda) => agenda.agenda.conference.id);
  }

  forget(id: ConferenceId): void {
    for (const [slug, agenda] of this.held) if (agenda.agenda.conference.id === id) this.held.delete(slug);
  }

  /** Reads a conference anew, where the log does not lead on from what is held. */
  async reload(slug: string): Promise<HeldAgenda> {
    const agenda = await this.read(slug);
    this.held.set(slug, agenda);
    return agenda;
  }

  private async load(slug: string): Promise<HeldAgenda> {
    const running = this.loading.get(slug);
    if (running !== undefined) return await running;
    const reading = this.read(slug)
      .then((agenda) => {
        this.held.set(slug, agenda);
        this.evict();
        this.loaded(agenda.agenda.conference.id);
        return agenda;
      })
      .finally(() => this.loading.delete(slug));
    this.loading.set(slug, reading);
    return await reading;
  }

  /** One transaction, one revision: tables and log are read as they were at the same instant. */
  private async read(slug: string): Promise<HeldAgenda> {
    return await this.source.transaction('REPEATABLE READ', async (tx) => {
      const { id } = await this.conferences.bySlug(slug, tx);
      const revision = (await readCurrentRevisions(tx, [id])).get(id) ?? 0;
      const { agenda, texts } = await readPublished(tx, id, EVERYTHING);
      const newest = await readNewestRevisions(tx, id, LOG_BOUNDS.revisions, LOG_BOUNDS.size);
      return new HeldAgenda({ agenda: { revision, ...agenda }, texts: { revision, ...texts } }, newest);
    });
  }

  private evict(): void {
    let idle = 0;
    for (const [slug, agenda] of [...this.held].reverse()) {
      const followed = this.broadcaster.audience(conferenceRoom(agenda.agenda.conference.id)) > 0;
      if (!followed && ++idle > MOST_IDLE) this.held.delete(slug);
    }
  }
}
