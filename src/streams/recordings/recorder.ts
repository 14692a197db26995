import { randomBytes } from 'node:crypto';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { RecordingFailure } from '../../contract/recordings.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { LOGGER, type Logger } from '../../platform/logging/logger.js';
import { newId } from '../../platform/new-id.js';
import type { ChannelEntry, ChannelTimeline } from '../../rules/streams/channel.js';
import type { RecordedWindow } from '../../rules/streams/to-record.js';
import { FinishRecording } from './finish-recording.js';
import { KeepSegment } from './keep-segment.js';
import { RECORDABLE_CHANNELS, type RecordableChannels } from './recordable-channels.js';
import { readRecordingPlan, type MadeBefore, type StagePlan } from './recording-plan.queries.js';
import { StorageFull } from './storage/recording-storage.js';

/** Milliseconds between looks. Channels keep their media for a minute, so a look that is late misses nothing. */
const LOOK_MS = 2_000;
/** Milliseconds after its end within which a session's last segment comes out of its engine. */
const SETTLES = 3_000;
/** Looks in a row in which the storage may refuse. */
const PATIENCE = 10;

/** Keeps what stages send while a session is on that is to be recorded, and ends its recording when it is over, as it really was. */
@Injectable()
export class Recorder implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  /** The last segment that was kept, by channel. */
  private readonly reached = new Map<string, number>();
  /** Looks in a row in which the storage refused, by channel. */
  private readonly refused = new Map<string, number>();

  constructor(
    private readonly source: DataSource,
    private readonly keepSegment: KeepSegment,
    private readonly finish: FinishRecording,
    @Inject(RECORDABLE_CHANNELS) private readonly channels: RecordableChannels,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.configuration.streams.isOn) return;
    this.timer = setInterval(() => void this.look().catch((error: unknown) => this.logger.warn({ err: error }, 'the recorder could not look; it looks again')), LOOK_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.looking?.catch(() => undefined);
  }

  /** Keeps what has come since the last look, and ends what is over. One look at a time. */
  async look(now = Date.now()): Promise<void> {
    this.looking ??= this.lookOnce(now).finally(() => {
      this.looking = undefined;
    });
    await this.looking;
  }

  private async lookOnce(now: number): Promise<void> {
    const plan = await readRecordingPlan(this.source.manager, now);
    for (const stage of plan) await this.keepNew(stage, now);
    for (const stage of plan) await this.endWhatIsOver(stage, now);
    await this.endStrays(plan, now);
  }

  private async keepNew(stage: StagePlan, now: number): Promise<void> {
    const timeline = this.channels.timeline(stage.channelId);
    const windows = stage.windows.filter(({ sessionId }) => (stage.made.find((made) => made.sessionId === sessionId)?.state ?? 'recording') === 'recording');
    if (timeline === undefined) return;
    const reached = this.reached.get(stage.channelId) ?? (await this.readReached(stage));
    for (const entry of timeline.entries) {
      const wanting = windows.filter((window) => isWithin(entry, window));
      if (entry.segment.open || entry.sequence <= reached) continue;
      for (const window of wanting) await this.begin(stage, window, entry, timeline);
      if (wanting.length > 0 && !(await this.keep(stage, timeline, entry, now))) return;
      // what nobody wanted is passed over for good, also when somebody changes their mind
      this.reached.set(stage.channelId, entry.sequence);
    }
  }

  /** False where no more is to be tried in this look. */
  private async keep(stage: StagePlan, timeline: ChannelTimeline, entry: ChannelEntry, now: number): Promise<boolean> {
    try {
      const outcome = await this.keepSegment.run(stage.channelId, timeline, entry, await this.room());
      this.refused.delete(stage.channelId);
      if (outcome !== 'over-limit') return true;
      await this.fail(stage, 'over-limit', now);
    } catch (error) {
      const times = (this.refused.get(stage.channelId) ?? 0) + 1;
      this.refused.set(stage.channelId, times);
      if (error instanceof StorageFull) await this.fail(stage, 'storage-full', now, error);
      else if (times >= PATIENCE) await this.fail(stage, 'storage-failed', now, error);
      else this.logger.warn({ err: error, channel: stage.channelId }, 'a segment could not be stored; it is tried again');
    }
    return false;
  }

  private async begin({ channelId, conferenceId, cityId, access, sessions }: StagePlan, { sessionId, from }: RecordedWindow, entry: ChannelEntry, { settings }: ChannelTimeline): Promise<void> {
    const title = sessions.find((session) => session.sessionId === sessionId)?.title ?? '';
    await this.source.query(
      `INSERT INTO recording (id, conference_id, session_id, title, channel_id, city_id, access, starts_at, media_key, tracks)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (session_id, channel_id) DO NOTHING`,
      [newId(), conferenceId, sessionId, title, channelId, cityId, access, new Date(Math.max(from, entry.segment.startsAt)), newMediaKey(), JSON.stringify(settings.tracks)],
    );
  }

  private async endWhatIsOver({ made, windows, sessions, recording: stage }: StagePlan, now: number): Promise<void> {
    for (const { id, sessionId, state } of made) {
      if (state !== 'recording') continue;
      const session = sessions.find((one) => one.sessionId === sessionId);
      const window = windows.find((one) => one.sessionId === sessionId);
      if (window !== undefined && now < window.to + SETTLES) continue;
      if (window !== undefined) await this.finish.run(id, window.to, stage);
      // cancelled, or no longer on this stage: what was sent until now is whole
      else if (session === undefined || session.cancelled) await this.finish.run(id, now, stage === 'publish' ? 'keep' : stage);
      // somebody said meanwhile that it must not be
      else await this.source.query(`DELETE FROM recording WHERE id = $1`, [id]);
    }
  }

  /** Of sessions, stages and conferences that are no longer there, or no longer open. */
  private async endStrays(plan: readonly StagePlan[], now: number): Promise<void> {
    const known = plan.map(({ channelId }) => channelId);
    const strays = await this.source.query<Pick<MadeBefore, 'id'>[]>(`SELECT id FROM recording WHERE state = 'recording' AND channel_id <> ALL($1::uuid[])`, [known]);
    for (const { id } of strays) await this.finish.run(id, now, 'keep');
  }

  private async fail({ channelId }: StagePlan, failure: RecordingFailure, now: number, error?: unknown): Promise<void> {
    this.refused.delete(channelId);
    this.logger.error({ channel: channelId, failure, err: error }, 'recording stops on this stage; the stream itself goes on');
    const rows = await this.source.query<Pick<MadeBefore, 'id'>[]>(`SELECT id FROM recording WHERE channel_id = $1 AND state = 'recording'`, [channelId]);
    for (const { id } of rows) await this.finish.fail(id, failure, now);
  }

  /** Bytes that may still be kept. */
  private async room(): Promise<number> {
    const { limit } = this.configuration.recordings;
    if (limit === null) return Infinity;
    const [{ bytes }] = await this.source.query<[{ bytes: number }]>(`SELECT coalesce(sum(bytes), 0)::float8 AS bytes FROM recorded_segment`);
    return limit - bytes;
  }

  private async readReached({ channelId }: StagePlan): Promise<number> {
    const [{ reached }] = await this.source.query<[{ reached: number }]>(`SELECT coalesce(max(sequence), -1)::float8 AS reached FROM recorded_segment WHERE channel_id = $1`, [channelId]);
    this.reached.set(channelId, reached);
    return reached;
  }
}

/** 128 random bits. */
export const newMediaKey = (): string => randomBytes(16).toString('base64url');

const isWithin = ({ segment: { startsAt, duration } }: ChannelEntry, { from, to }: RecordedWindow): boolean => startsAt < to && startsAt + duration * 1000 > from;
