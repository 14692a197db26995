import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { ConferenceId, VenueId } from '../../contract/ids.js';
import { ChannelFigures } from '../../contract/streams.js';
import { DatabaseListener } from '../../platform/database/database-listener.js';
import { Broadcaster } from '../../realtime/broadcaster.js';
import type { RoomName } from '../../realtime/rooms.js';
import { isSeen, roomsOf, roomsThatHear, venuesOfStages, type SeenStages } from './seen-stages.js';

/** On which the process that runs the streams tells how they are, channel by channel. */
const FIGURES = 'stream_figures';
/** On which a process says that somebody looks. */
const WANTED = 'stream_figures_wanted';
const TICK_MS = 1_000;
/** Milliseconds that one word of interest lasts; it is said again before. */
const INTEREST = 15_000;
const SAY_AGAIN = 5_000;
/** Milliseconds after which figures that were not told again are nobody's. */
const STALE = 6_000;

const Told = z.object({ conference: ConferenceId, venueId: VenueId.nullable(), figures: ChannelFigures });
const Wanted = z.object({ conference: ConferenceId });

/** Gives the figures of a conference's channels as they are now; only the process that runs them can. */
export type ReadFigures = (conference: ConferenceId) => readonly ChannelFigures[];

interface Open {
  slug: string;
  /** By channel, with when they were heard: milliseconds of this process. */
  heard: Map<string, { figures: ChannelFigures; venueId: VenueId | null; at: number }>;
  /** In which somebody may look. */
  rooms: Set<RoomName>;
  saidAt: number;
  lookedAt: number;
}

/**
 * Carries the figures of running streams from the one process that has them to whoever looks, at any process: only while somebody
 * does, each second, and as something that may be lost. Nothing of it is stored.
 */
@Injectable()
export class ControlRooms implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ControlRooms.name);
  private readonly open = new Map<ConferenceId, Open>();
  /** Of any process: when somebody was last said to look. */
  private readonly wanted = new Map<ConferenceId, number>();
  private readFigures: ReadFigures | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly source: DataSource,
    private readonly broadcaster: Broadcaster,
    listener: DatabaseListener,
  ) {
    listener.listen(WANTED, (payload) => {
      const word = Wanted.safeParse(JSON.parse(payload));
      if (word.success) this.wanted.set(word.data.conference, performance.now());
    });
    listener.listen(FIGURES, (payload) => this.heard(payload));
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tick(), TICK_MS).unref();
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** From now on this process is the one that has the figures; null: no longer. */
  runBy(readFigures: ReadFigures | null): void {
    this.readFigures = readFigures ?? undefined;
  }

  /** Somebody looks: answers what is known, which may be nothing yet. */
  async look(conference: ConferenceId, slug: string, seen: SeenStages): Promise<ChannelFigures[]> {
    const now = performance.now();
    const held: Open = this.open.get(conference) ?? { slug, heard: new Map(), rooms: new Set(), saidAt: -Infinity, lookedAt: now };
    held.lookedAt = now;
    for (const room of roomsOf(conference, seen)) held.rooms.add(room);
    this.open.set(conference, held);
    await this.sayWanted(conference, held);
    const known = this.readFigures === undefined ? [...held.heard.values()].filter(({ at }) => now - at < STALE) : await this.placed(this.readFigures(conference), conference);
    return known.filter(({ venueId }) => isSeen(seen, venueId)).map(({ figures }) => figures);
  }

  /** The open control room of a conference at this process: what it is called there; undefined where nobody looks. */
  slugOf(conference: ConferenceId): string | undefined {
    return this.open.get(conference)?.slug;
  }

  private async tick(): Promise<void> {
    const now = performance.now();
    for (const [conference, held] of this.open) {
      if ([...held.rooms].some((room) => this.broadcaster.audience(room) > 0)) await this.sayWanted(conference, held);
      else if (now - held.lookedAt > INTEREST) this.open.delete(conference);
    }
    for (const [conference, at] of this.wanted) {
      if (now - at > INTEREST) this.wanted.delete(conference);
      else await this.tell(conference);
    }
  }

  private async sayWanted(conference: ConferenceId, held: Open): Promise<void> {
    const now = performance.now();
    if (now - held.saidAt < SAY_AGAIN) return;
    held.saidAt = now;
    await this.notify(WANTED, { conference });
  }

  /** One notification a channel: they are bounded at 8,000 bytes. */
  private async tell(conference: ConferenceId): Promise<void> {
    try {
      for (const told of await this.placed(this.readFigures?.(conference) ?? [], conference)) await this.notify(FIGURES, { conference, ...told });
    } catch (error) {
      this.logger.debug(`figures are not told: ${String(error)}`);
    }
  }

  /** Whose they are is asked anew each time: it is they who may see them, and rooms move. */
  private async placed(figures: readonly ChannelFigures[], conference: ConferenceId): Promise<{ figures: ChannelFigures; venueId: VenueId | null }[]> {
    if (figures.length === 0) return [];
    const venues = await venuesOfStages(this.source.manager, conference);
    return figures.map((one) => ({ figures: one, venueId: venues.get(one.channelId) ?? null }));
  }

  private heard(payload: string): void {
    const told = Told.safeParse(JSON.parse(payload));
    const held = told.success ? this.open.get(told.data.conference) : undefined;
    if (!told.success || held === undefined) return;
    const { conference, figures, venueId } = told.data;
    held.heard.set(figures.channelId, { figures, venueId, at: performance.now() });
    for (const room of roomsThatHear(conference, venueId)) {
      this.broadcaster.publishVolatile(room, 'streams:figures', { conference: held.slug, channels: [figures] })
        .catch((error: unknown) => this.logger.debug(`figures were not sent: ${String(error)}`));
    }
  }

  private async notify(channel: string, payload: object): Promise<void> {
    try {
      await this.source.query(`SELECT pg_notify($1, $2)`, [channel, JSON.stringify(payload)]);
    } catch (error) {
      this.logger.debug(`figures are not told to other processes: ${String(error)}`);
    }
  }
}
