import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { DatabaseListener } from '../../platform/database/database-listener.js';
import { RawRoutes } from '../../platform/http/raw-routes.js';
import { Admission } from '../admission/admission.js';
import { openStreamsFront } from '../channels/streams-front.js';
import { StreamsBegin, type BeginStreams, type Begun } from './begin-streams.js';
import { StreamLeader } from './stream-leader.js';

/** Told by triggers of the database, however channels, inputs or the run of show change: see migrations/1764200001000-tell-streams.ts. */
const CHANGED = 'streams_changed';
/** Milliseconds after which what is set up is read anew in any case: a notification may be missed. */
const READ_ANEW = 30_000;

/** Answers for playlists and media in every process, and runs the streams in one of them. */
@Injectable()
export class RunStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly leader: StreamLeader | null;
  private readonly closeFront: () => void;
  private begun: Begun | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    @Inject(CONFIGURATION) { streams }: Configuration,
    source: DataSource,
    listener: DatabaseListener,
    routes: RawRoutes,
    admission: Admission,
    begins: StreamsBegin,
  ) {
    const { sources, channels } = begins.house;
    this.closeFront = openStreamsFront(routes, sources, channels, admission);
    const { url } = source.options as { url?: string };
    this.leader = streams.isOn && url !== undefined ? new StreamLeader(url, async () => await this.lead(begins.beginStreams), new Logger(RunStreams.name)) : null;
    listener.listen(CHANGED, () => this.begun?.changed());
    listener.onConnected(() => this.begun?.changed());
  }

  /** Whether streams are taken in and sent by this very process. */
  get isRunning(): boolean {
    return this.begun !== undefined;
  }

  onApplicationBootstrap(): void {
    this.leader?.start();
    this.timer = setInterval(() => this.begun?.changed(), READ_ANEW).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.leader?.stop();
    this.closeFront();
  }

  private async lead(beginStreams: BeginStreams): Promise<() => Promise<void>> {
    const begun = await beginStreams.run();
    this.begun = begun;
    return async () => {
      this.begun = undefined;
      await begun.end();
    };
  }
}
