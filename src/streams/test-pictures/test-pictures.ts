import { availableParallelism } from 'node:os';
import type { Logger } from '../../platform/logging/logger.js';
import { onAir } from '../../rules/streams/on-air.js';
import { picturesMade, type PictureWish } from '../../rules/streams/pictures-made.js';
import { sameValue } from '../../rules/same-value.js';
import type { LiveChannels } from '../channels/live-channels.js';
import type { SourceRegistry } from '../channels/source-registry.js';
import { drawCard } from '../engines/cards/draw-card.js';
import type { Ffmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import { renderSlate, type SlateClip } from '../engines/slate/render-slate.js';
import { TARGET_DURATION } from '../origin/segment-lengths.js';
import type { RunningInput } from '../running/inputs.js';
import type { SetUpProgramme, SetUpStage, StreamSetup } from '../running/stream-setup.js';
import { TestPictureSource } from './test-picture-source.js';

/** Milliseconds that a picture is made for after it was last asked for. */
const LINGERS = 20_000;
/** Of each processor at once: see docs/performance.md, "Test pictures". */
const PER_PROCESSOR = 2;
/** Milliseconds between looks at who watches. */
const LOOK = 1_000;
/** Milliseconds within which one that is begun has something to show; after that it is judged like any other input. */
const BEGINS_WITHIN = 12_000;
const COLOUR = '#3a5a8c';

export interface TestPicturesParts {
  ffmpeg: Ffmpeg;
  sources: SourceRegistry;
  channels: LiveChannels;
  logger: Logger;
  /** How many at once, and for how many milliseconds after they were last asked for. */
  limits?: { most: number; lingers: number };
  now?: () => number;
}

interface Held {
  stage: SetUpStage;
  shown: { source: TestPictureSource; kind: 'picture' | 'card'; remove: () => void } | null;
}

/**
 * The inputs that are test pictures. They stand ready, which counts as live, and are made only while somebody asks for one of the channels that
 * show them, or looks into a control room.
 */
export class TestPictures {
  private readonly held = new Map<string, Held>();
  private programmes: readonly SetUpProgramme[] = [];
  /** By conference: when somebody last looked into its control room. */
  private readonly lookedAt = new Map<string, number>();
  private readonly ending = new Set<Promise<void>>();
  private readonly limits: { most: number; lingers: number };
  private readonly now: () => number;
  private readonly leave: () => void;
  private busyCard: Promise<SlateClip> | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly parts: TestPicturesParts) {
    this.limits = parts.limits ?? { most: PER_PROCESSOR * availableParallelism(), lingers: LINGERS };
    this.now = parts.now ?? Date.now;
    this.leave = parts.channels.onArrival(() => this.look());
  }

  /** These and no others. One whose stage is described in another way begins anew. */
  set({ stages, programmes }: StreamSetup): void {
    this.programmes = [...programmes.values()];
    const wanted = new Map([...stages.values()].flatMap((stage) => stage.inputs.filter(({ kind }) => kind === 'test').map(({ id }) => [id as string, stage] as const)));
    for (const [id, held] of this.held) {
      if (wanted.has(id)) continue;
      this.sleep(id, held);
      this.held.delete(id);
    }
    for (const [id, stage] of wanted) {
      const held = this.held.get(id) ?? { stage, shown: null };
      const isOther = !sameValue(described(held.stage), described(stage));
      held.stage = stage;
      this.held.set(id, held);
      if (isOther && held.shown?.kind === 'picture') this.make(id, held);
    }
    clearInterval(this.timer);
    this.timer = this.held.size === 0 ? undefined : setInterval(() => this.look(), LOOK).unref();
    this.look();
  }

  get(id: string): RunningInput | undefined {
    if (!this.held.has(id)) return undefined;
    return {
      directed: {
        source: id,
        observe: () => ({ connected: true, standsReady: this.standsReady(id), targetDuration: TARGET_DURATION, frozenSince: null, bitrate: null, usualBitrate: null }),
      },
      sight: () => ({ bitrate: null, video: null, audio: [], remarks: [] }),
    };
  }

  /** Somebody looks into a control room of the conference. */
  looked(conferenceId: string): void {
    this.lookedAt.set(conferenceId, this.now());
  }

  /** Resolves when nothing of any engine is left. */
  async close(): Promise<void> {
    this.leave();
    clearInterval(this.timer);
    for (const [id, held] of this.held) this.sleep(id, held);
    this.held.clear();
    await Promise.all(this.ending);
  }

  private look(): void {
    const now = this.now();
    const before = new Set([...this.held].filter(([, { shown }]) => shown?.kind === 'picture').map(([id]) => id));
    const { made, waiting } = picturesMade([...this.held].map(([id, { stage }]) => this.wishFor(id, stage, now)), { made: before }, this.limits, now);
    // first who ends, then who begins: never more than there may be
    for (const [id, held] of this.held) if (!made.has(id) && !waiting.has(id)) this.sleep(id, held);
    for (const [id, held] of this.held) {
      if (made.has(id) && held.shown?.kind !== 'picture') this.make(id, held);
      if (waiting.has(id) && held.shown === null) this.showCard(id, held);
    }
  }

  private wishFor(id: string, stage: SetUpStage, now: number): PictureWish {
    const showing = this.programmes.filter(({ conferenceId, runOfShow }) => conferenceId === stage.conferenceId && onAir(runOfShow, now).stage === stage.id);
    const asked = [stage, ...showing].map((channel) => this.parts.channels.get(channel.id)?.audience.askedAt ?? -Infinity);
    return { id, watchedAt: Math.max(...asked), lookedAt: this.lookedAt.get(stage.conferenceId) ?? -Infinity, onProgramme: showing.length > 0 };
  }

  private make(id: string, held: Held): void {
    const { stage } = held;
    const { source } = this.shown(id, held, 'picture');
    const card = { title: stage.cityName, subtitle: stage.title, colour: stage.conference.accent ?? COLOUR };
    this.unlessFails(id, source.make({ card, languages: stage.languages }));
  }

  private showCard(id: string, held: Held): void {
    const { source } = this.shown(id, held, 'card');
    this.busyCard ??= this.renderBusyCard();
    this.unlessFails(id, this.busyCard.then(async (clip) => await (held.shown?.kind === 'card' ? source.show(clip) : undefined)));
  }

  /** One that shows a card goes on within the same window. */
  private shown(id: string, held: Held, kind: 'picture' | 'card'): NonNullable<Held['shown']> {
    if (held.shown !== null) return Object.assign(held.shown, { kind });
    const source = new TestPictureSource(id, this.parts.ffmpeg, this.parts.logger, this.now);
    held.shown = { source, kind, remove: this.parts.sources.add(source) };
    return held.shown;
  }

  /** What it showed last is no beginning for who comes later. */
  private sleep(id: string, held: Held): void {
    const { shown } = held;
    if (shown === null) return;
    held.shown = null;
    const stopping = shown.source.stop().finally(() => this.ending.delete(stopping));
    this.ending.add(stopping);
    shown.remove();
    const { channels } = this.parts;
    for (const channelId of [held.stage.id, ...this.programmes.map((programme) => programme.id)]) {
      const channel = channels.get(channelId);
      if (channel?.source === id && this.now() - channel.audience.askedAt >= this.limits.lingers) channels.renew(channelId);
    }
  }

  private standsReady(id: string): boolean {
    const source = this.held.get(id)?.shown?.source;
    return source === undefined || (!source.hasBegun && this.now() - source.since < BEGINS_WITHIN);
  }

  private async renderBusyCard(): Promise<SlateClip> {
    const { most } = this.limits;
    const card = await drawCard({ title: `${most} test pictures at once, no more`, subtitle: `حداکثر ${new Intl.NumberFormat('fa').format(most)} تصویر آزمایشی هم‌زمان`, colour: COLOUR });
    return await renderSlate(this.parts.ffmpeg, card);
  }

  private unlessFails(id: string, work: Promise<unknown>): void {
    work.catch((error: unknown) => this.parts.logger.error({ err: error, inputId: id }, 'a test picture could not be made'));
  }
}

/** What is to be seen and heard of it. */
const described = ({ title, cityName, languages, conference }: SetUpStage): unknown => ({ title, cityName, languages, accent: conference.accent });
