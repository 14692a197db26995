import * as HLS from 'hls-parser';
import { Parser } from 'm3u8-parser';
import type { Playback } from '../../src/contract/channel.js';

const MOST_TOLD = 5;

/** Reads every playlist of a channel as two parsers of others do, again and again, and keeps what they complained of. */
export class PlaylistReader {
  read = 0;
  failed = 0;
  readonly complaints: string[] = [];
  private readonly last = new Map<string, { sequence: number; discontinuity: number }>();

  constructor(
    private readonly url: string,
    private readonly playback: Playback,
  ) {
    HLS.setOptions({ strictMode: true, silent: true });
  }

  /** Both multivariant playlists, and of each rendition the low-latency one, its changes only, and the plain one. */
  async readAll(): Promise<void> {
    await Promise.all([this.playback.url, this.playback.plainUrl].map(async (main) => {
      for (const address of await this.renditionsOf(main)) {
        await this.readMedia(address);
        if (main === this.playback.url) await this.readMedia(`${address}?_HLS_skip=YES`);
      }
    }));
  }

  /** Addresses of the renditions that a multivariant playlist names. */
  async renditionsOf(main: string): Promise<string[]> {
    const text = await this.text(this.url + main);
    this.attempt(main, text, () => {
      if (!HLS.parse(text).isMasterPlaylist) throw new Error('not multivariant');
      warningsOf(text);
    });
    const named = [...text.matchAll(/URI="([^"]+)"/g), ...text.matchAll(/^([^#\s].*)$/gm)].map(([, uri = '']) => new URL(uri, this.url + main).href);
    return [...new Set(named)];
  }

  private async readMedia(address: string): Promise<void> {
    const text = await this.text(address);
    this.attempt(address, text, () => {
      const playlist = HLS.parse(text) as HLS.types.MediaPlaylist;
      const theirs = warningsOf(text);
      if (theirs.mediaSequence !== playlist.mediaSequenceBase) throw new Error('the parsers read different sequence numbers');
      const now = { sequence: playlist.mediaSequenceBase ?? 0, discontinuity: playlist.discontinuitySequenceBase ?? 0 };
      const before = this.last.get(address);
      if (before !== undefined && (now.sequence < before.sequence || now.discontinuity < before.discontinuity)) throw new Error(`numbers went back: ${JSON.stringify([before, now])}`);
      this.last.set(address, now);
      const tooLong = playlist.segments.find(({ duration }) => Math.round(duration) > playlist.targetDuration);
      if (tooLong !== undefined) throw new Error(`a segment of ${tooLong.duration} s, the target is ${playlist.targetDuration} s`);
    });
  }

  private attempt(address: string, text: string, parse: () => void): void {
    this.read += 1;
    try {
      parse();
    } catch (error) {
      this.failed += 1;
      if (this.complaints.length < MOST_TOLD) this.complaints.push(`${new URL(address, this.url).pathname.split('/').at(-1)}: ${String(error)}\n${text}`);
    }
  }

  private async text(address: string): Promise<string> {
    const response = await fetch(address);
    return response.ok ? await response.text() : `answered with ${response.status}`;
  }
}

/** @throws what m3u8-parser warns of */
function warningsOf(text: string): { mediaSequence: number } {
  const parser = new Parser();
  const warnings: string[] = [];
  parser.on('warn', ({ message }: { message: string }) => warnings.push(message));
  parser.push(text);
  parser.end();
  if (warnings.length > 0) throw new Error(warnings.join('; '));
  return parser.manifest as unknown as { mediaSequence: number };
}
