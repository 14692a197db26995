import { createHash } from 'node:crypto';
import type { Logger } from '../../platform/logging/logger.js';
import type { StreamSettings } from '../../platform/stream-settings.js';
import { judgeSource } from '../../rules/streams/judge-source.js';
import type { PlaylistTrouble } from '../../rules/streams/playlist-trouble.js';
import type { SourceRegistry } from '../channels/source-registry.js';
import type { Ffmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import type { Arrivals } from '../ingest/arrivals.js';
import type { Feed } from '../ingest/feed.js';
import { GuardedFetch } from '../ingest/hls/guarded-fetch.js';
import { HlsPuller } from '../ingest/hls/hls-puller.js';
import { RtmpServer, type PublishingKeys } from '../ingest/rtmp/rtmp-server.js';
import { SrtListener } from '../ingest/srt-listener.js';
import { UdpReceiver } from '../ingest/udp-receiver.js';
import { FedSource } from '../inputs/fed-source.js';
import { TARGET_DURATION } from '../origin/segment-lengths.js';
import type { Inputs, InputSight, RunningInput } from './inputs.js';
import type { SetUpInput } from './stream-setup.js';

interface Open {
  setUp: SetUpInput;
  source: FedSource;
  feed: Feed | null;
  /** What listens for it alone; RTMP has one port for all. */
  close: () => Promise<void>;
  /** Why there is nothing to fetch, of what is fetched. */
  trouble: () => PlaylistTrouble | null;
  remove: () => void;
}

/** The inputs that are sent to us, by RTMP on one port, by SRT and UDP on one each, and those that are fetched. */
export class ReceivedInputs implements Inputs, Arrivals, PublishingKeys {
  private readonly open = new Map<string, Open>();
  private rtmp: RtmpServer | null = null;

  constructor(
    private readonly ffmpeg: Ffmpeg,
    private readonly settings: StreamSettings,
    /** The address that is listened on. */
    private readonly host: string,
    private readonly sources: SourceRegistry,
    private readonly logger: Logger,
  ) {}

  async set(inputs: readonly SetUpInput[]): Promise<void> {
    const wanted = new Map(inputs.map((input) => [input.id as string, input]));
    for (const [id, { setUp }] of this.open) {
      const now = wanted.get(id);
      if (now === undefined || listening(now) !== listening(setUp)) await this.shut(id);
      else this.keep(id, now);
    }
    if (inputs.some(({ kind }) => kind === 'rtmp')) await this.listenToRtmp();
    for (const input of inputs) if (!this.open.has(input.id)) await this.begin(input);
  }

  get(id: string): RunningInput | undefined {
    const one = this.open.get(id);
    if (one === undefined) return undefined;
    const { source, trouble } = one;
    return {
      directed: {
        source: id,
        observe: () => ({
          connected: source.state !== 'idle', targetDuration: TARGET_DURATION, ...(source.motion ?? { frozenSince: null }), bitrate: source.bitrate(), usualBitrate: source.usualBitrate(),
        }),
      },
      sight: () => {
        const { facts } = source;
        return {
          bitrate: source.state === 'idle' ? null : source.bitrate(), video: facts?.video ?? null, audio: [...(facts?.audio ?? [])],
          remarks: [...remarkOn(trouble()), ...(facts === null ? [] : judgeSource(facts))],
        };
      },
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.open.keys()].map(async (id) => await this.shut(id)));
    await this.rtmp?.close();
    this.rtmp = null;
  }

  arrived(inputId: string, feed: Feed): void {
    const one = this.open.get(inputId);
    if (one === undefined) return;
    one.feed = feed;
    one.source.arrive(feed);
  }

  gone(inputId: string, feed: Feed): void {
    const one = this.open.get(inputId);
    if (one?.feed === feed) one.feed = null;
    one?.source.leave(feed).catch((error: unknown) => this.logger.error({ err: error, inputId }, 'an input did not end as it should'));
  }

  /** From memory: whoever publishes is known also while the database is away. */
  inputOf(key: string): Promise<string | null> {
    const hash = createHash('sha256').update(key).digest('hex');
    const found = [...this.open.values()].find(({ setUp }) => setUp.keyHash === hash);
    return Promise.resolve(found?.setUp.id ?? null);
  }

  private keep(id: string, now: SetUpInput): void {
    const one = this.open.get(id)!;
    const isRotated = one.setUp.keyHash !== now.keyHash;
    one.setUp = now;
    if (isRotated) this.rtmp?.disconnect(id);
  }

  private async begin(setUp: SetUpInput): Promise<void> {
    const { id } = setUp;
    const source = new FedSource(id, this.ffmpeg, this.logger);
    try {
      const { close, trouble = () => null } = await this.listenFor(setUp);
      this.open.set(id, { setUp, source, feed: null, close, trouble, remove: this.sources.add(source) });
    } catch (error) {
      this.logger.error({ err: error, inputId: id, kind: setUp.kind, port: setUp.port }, 'an input cannot be received');
    }
  }

  private async listenFor({ id, kind, port, passphrase, latencyMs, group, url }: SetUpInput): Promise<Pick<Open, 'close'> & Partial<Pick<Open, 'trouble'>>> {
    switch (kind) {
      case 'rtmp':
        return {
          close: () => {
            this.rtmp?.disconnect(id);
            return Promise.resolve();
          },
        };
      case 'srt': {
        if (!this.ffmpeg.srt) throw new Error('the ffmpeg of this server has no SRT: install one that has, or name it in MERIDIAN_FFMPEG');
        const listener = new SrtListener(this.ffmpeg, id, { host: this.host, port: port ?? 0, passphrase: passphrase ?? '', latencyMs: latencyMs ?? 0 }, this, this.logger);
        return { close: async () => await listener.close() };
      }
      case 'udp': {
        const receiver = new UdpReceiver(id, this);
        await receiver.listen(port ?? 0, this.host, group);
        return { close: async () => await receiver.close() };
      }
      case 'hls': {
        const puller = new HlsPuller({ ffmpeg: this.ffmpeg, inputId: id, url: url ?? '', fetcher: new GuardedFetch(this.settings.hosts), arrivals: this, logger: this.logger });
        return { close: async () => await puller.close(), trouble: () => puller.trouble };
      }
      case 'test':
        throw new Error('a test picture is made, not received');
    }
  }

  private async listenToRtmp(): Promise<void> {
    if (this.rtmp !== null) return;
    const server = new RtmpServer(this, this);
    try {
      const port = await server.listen(this.settings.rtmpPort, this.host);
      this.rtmp = server;
      this.logger.info({ port }, 'RTMP is listened to');
    } catch (error) {
      this.logger.error({ err: error, port: this.settings.rtmpPort }, 'RTMP cannot be listened to: is the port taken? See MERIDIAN_RTMP_PORT');
    }
  }

  private async shut(id: string): Promise<void> {
    const one = this.open.get(id);
    if (one === undefined) return;
    this.open.delete(id);
    await one.close();
    if (one.feed !== null) await one.source.leave(one.feed);
    one.remove();
  }
}

/** What is listened for: another makes the input begin anew. A stream key is only compared. */
const listening = ({ kind, port, passphrase, latencyMs, group, url }: SetUpInput): string => JSON.stringify([kind, port, passphrase, latencyMs, group, url]);

const remarkOn = (trouble: PlaylistTrouble | null): InputSight['remarks'] => (trouble === null ? [] : [{ code: `playlist-${trouble}`, severity: 'must', facts: {} }]);
