import type { StreamSettings } from '../../platform/stream-settings.js';
import type { StreamInputEntity } from './stream-input.entity.js';

/** The last part of an RTMP address; encoders ask for the key apart from it. */
export const RTMP_APPLICATION = 'live';
const USUAL_RTMP_PORT = 1935;

/** Bytes of the AES key that SRT derives of its passphrase. */
const SRT_KEY_BYTES = 16;

type Addressed = Pick<StreamInputEntity, 'kind' | 'port' | 'latencyMs' | 'group' | 'url'>;

/** What an encoder is told to send to, without any secret. SRT's latency is in microseconds, as OBS and ffmpeg read it. */
export function inputAddress({ kind, port, latencyMs, group, url }: Addressed, { host, rtmpPort }: Pick<StreamSettings, 'host' | 'rtmpPort'>): string {
  switch (kind) {
    case 'rtmp':
      return `rtmp://${host}${rtmpPort === USUAL_RTMP_PORT ? '' : `:${rtmpPort}`}/${RTMP_APPLICATION}`;
    case 'srt':
      return `srt://${host}:${port}?mode=caller&transtype=live&latency=${(latencyMs ?? 0) * 1_000}&pbkeylen=${SRT_KEY_BYTES}`;
    case 'udp':
      return `udp://${group ?? host}:${port}?pkt_size=1316`;
    case 'hls':
      return url ?? '';
    case 'test':
      return '';
  }
}
