import type { Logger } from '../../platform/logging/logger.js';
import type { LiveChannels } from '../channels/live-channels.js';
import type { SourceRegistry } from '../channels/source-registry.js';
import { drawCard } from '../engines/cards/draw-card.js';
import type { Ffmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { renderSlate } from '../engines/slate/render-slate.js';
import { SlateSource } from '../engines/slate/slate-source.js';
import type { Slates } from './slates.js';

const COLOUR = '#3a5a8c';

/** Milliseconds between looks whether a slate is shown still. */
const LOOK = 5_000;

interface Held {
  isOver: boolean;
  /** Null while it is encoded. */
  source: SlateSource | null;
  stop: () => void;
}

/**
 * A card with each conference's name, encoded when it is first needed. Its media are made without an encoder, from the moment that a channel turns to it (it
 * has some seconds at once) until none shows it.
 */
export class ConferenceSlates implements Slates {
  private readonly held = new Map<string, Held>();
  private readonly leave: () => void;
  private readonly timer: NodeJS.Timeout;

  /** @param look milliseconds */
  constructor(
    private readonly ffmpeg: Ffmpeg,
    private readonly sources: SourceRegistry,
    private readonly channels: LiveChannels,
    private readonly logger: Logger,
    look = LOOK,
  ) {
    this.leave = channels.onTurn((id) => [...this.held.values()].find(({ source }) => source?.id === id)?.source?.start());
    this.timer = setInterval(() => this.rest(), look).unref();
  }

  idOf(conferenceId: string): string {
    return `slate-${conferenceId}`;
  }

  need(conferenceId: string, { title, accent }: { title: string; accent: string | null }): void {
    if (this.held.has(conferenceId)) return;
    const held: Held = { isOver: false, source: null, stop: () => undefined };
    this.held.set(conferenceId, held);
    this.show(conferenceId, title, accent ?? COLOUR, held).catch((error: unknown) => {
      // asked again, it is tried again
      this.held.delete(conferenceId);
      this.logger.error({ err: error, conferenceId }, 'the slate could not be made');
    });
  }

  release(conferenceId: string): void {
    const held = this.held.get(conferenceId);
    if (held === undefined) return;
    this.held.delete(conferenceId);
    held.isOver = true;
    held.stop();
  }

  close(): void {
    this.leave();
    clearInterval(this.timer);
    for (const conferenceId of [...this.held.keys()]) this.release(conferenceId);
  }

  private async show(conferenceId: string, title: string, colour: string, held: Held): Promise<void> {
    const clip = await renderSlate(this.ffmpeg, await drawCard({ title, subtitle: '', colour }));
    if (held.isOver) return;
    const source = new SlateSource(this.idOf(conferenceId), clip);
    held.source = source;
    if (this.channels.follow(source.id)) source.start();
    const remove = this.sources.add(source);
    held.stop = () => {
      source.stop();
      remove();
    };
  }

  private rest(): void {
    for (const { source } of this.held.values()) if (source !== null && !this.channels.follow(source.id)) source.stop();
  }
}
