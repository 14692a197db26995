import type { BrowserContext, Route } from 'playwright-core';
import type { TestFilm } from './a-test-film.js';

interface Entry {
  /** Of the film: seconds, for its segments are a second long. */
  at: number;
  discontinuity: boolean;
}

/** Seconds that can be gone back when it begins, and that stay. */
const WINDOW = 30;
const NO_STORE = { 'cache-control': 'no-store' };

/**
 * A film shown as a live stream, to the pages of one browser: in place of what a server has below `/streams/`. It stalls, goes on
 * after a break of its time stamps, and refuses, when it is told to.
 */
export class TestStream {
  /** Paths that were asked for below the channel's folder, oldest first: `audio-fa/12.m4s`. */
  readonly asked: string[] = [];
  /** The tokens of the addresses that playlists were asked for with, in the order in which each first was. */
  readonly tokens: string[] = [];
  private readonly entries: Entry[] = Array.from({ length: WINDOW }, (_, at) => ({ at, discontinuity: false }));
  private grownAt = Date.now();
  private stalled = false;
  private isRefused: (token: string) => boolean = () => false;
  private waiting: (() => void)[] = [];

  constructor(private readonly film: TestFilm) {}

  async showIn(context: BrowserContext): Promise<void> {
    await context.route('**/streams/**', async (route) => {
      // a page that is gone wants none any more
      await this.answer(route).catch((error: unknown) => (route.request().frame().isDetached() ? undefined : Promise.reject(error as Error)));
    });
  }

  stall(): void {
    this.grow();
    this.stalled = true;
  }

  /** Seconds of the film are skipped, and players are told of it. */
  goOn(skipped = 5): void {
    this.stalled = false;
    this.grownAt = Date.now();
    this.append(this.last + 1 + skipped, true);
  }

  /** @param isRefused says of which tokens; playlists are refused, media never are */
  refuse(isRefused: (token: string) => boolean): void {
    this.isRefused = isRefused;
  }

  /** Resolves once a playlist was asked for with such a token. */
  async untilAskedWith(isWanted: (token: string) => boolean): Promise<void> {
    while (!this.tokens.some(isWanted)) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** The second of the film that comes so many seconds after the newest. */
  comesIn(seconds: number): number {
    this.grow();
    return (this.last + seconds) % this.film.length;
  }

  private get last(): number {
    return this.entries.at(-1)!.at;
  }

  /** The film begins anew where it ends, with its own time stamps: a spec may take as long as it likes. */
  private append(at: number, discontinuity: boolean): void {
    this.entries.push({ at: at % this.film.length, discontinuity: discontinuity || at >= this.film.length });
  }

  private grow(): void {
    if (this.stalled) return;
    for (; this.grownAt + 1_000 <= Date.now(); this.grownAt += 1_000) this.append(this.last + 1, false);
  }

  private async answer(route: Route): Promise<void> {
    const { pathname } = new URL(route.request().url());
    const isPlaylist = pathname.endsWith('.m3u8');
    const [, token, path = ''] = /^\/streams\/(?:play\/([^/]+)\/[^/]+|media)\/(.+)$/.exec(pathname) ?? [];
    this.asked.push(path);
    if (token !== undefined && !this.tokens.includes(token)) this.tokens.push(token);
    for (const look of this.waiting.splice(0)) look();
    if (token !== undefined && this.isRefused(token)) return await route.fulfill({ status: 403, body: '' });
    if (path === 'main.m3u8' || path === 'plain.m3u8') return await playlist(route, MAIN);
    if (isPlaylist) return await playlist(route, this.media(path.replace('.m3u8', '')));
    const captions = /^captions-en\/(\d+)\.vtt$/.exec(path);
    if (captions !== null) return await route.fulfill({ headers: NO_STORE, contentType: 'text/vtt', body: caption(Number(captions[1])) });
    await route.fulfill({ headers: NO_STORE, contentType: 'video/mp4', body: await this.film.read(path) });
  }

  private media(asked: string): string {
    this.grow();
    const track = asked === 'plain/audio-only' ? 'audio-en' : asked;
    const first = Math.max(0, this.entries.length - WINDOW);
    const before = this.entries.slice(0, first).filter(({ discontinuity }) => discontinuity).length;
    return [
      '#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-TARGETDURATION:1', '#EXT-X-SERVER-CONTROL:HOLD-BACK=3', `#EXT-X-MEDIA-SEQUENCE:${first}`, `#EXT-X-DISCONTINUITY-SEQUENCE:${before}`,
      ...(track.startsWith('captions') ? [] : [`#EXT-X-MAP:URI="/streams/media/${track}/init.mp4"`]),
      ...this.entries.slice(first).flatMap(({ at, discontinuity }) => [
        ...(discontinuity ? ['#EXT-X-DISCONTINUITY'] : []),
        ...(track.startsWith('captions') ? ['#EXTINF:1.0,', `/streams/media/${track}/${at}.vtt`] : [`#EXTINF:${this.film.tracks[track]!.durations[at]},`, `/streams/media/${track}/${at}.m4s`]),
      ]),
      '',
    ].join('\n');
  }
}

const playlist = async (route: Route, body: string): Promise<void> =>
  await route.fulfill({ headers: NO_STORE, contentType: 'application/vnd.apple.mpegurl', body });

const MAIN = [
  '#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS',
  '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="Hall",LANGUAGE="en",DEFAULT=YES,AUTOSELECT=YES,URI="audio-en.m3u8"',
  '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio",NAME="فارسی",LANGUAGE="fa",DEFAULT=NO,AUTOSELECT=YES,URI="audio-fa.m3u8"',
  '#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="English",LANGUAGE="en",DEFAULT=NO,AUTOSELECT=YES,URI="captions-en.m3u8"',
  '#EXT-X-STREAM-INF:BANDWIDTH=400000,CODECS="avc1.42c00d,mp4a.40.2",RESOLUTION=320x180,FRAME-RATE=25.000,AUDIO="audio",SUBTITLES="captions",CLOSED-CAPTIONS=NONE',
  'video-180.m3u8',
  '#EXT-X-STREAM-INF:BANDWIDTH=150000,CODECS="avc1.42c00b,mp4a.40.2",RESOLUTION=160x90,FRAME-RATE=25.000,AUDIO="audio",SUBTITLES="captions",CLOSED-CAPTIONS=NONE',
  'video-90.m3u8', '',
].join('\n');

const clock = (seconds: number): string => new Date(seconds * 1_000).toISOString().slice(11, 23);
const caption = (at: number): string => `WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n${clock(at)} --> ${clock(at + 1)}\nLine ${at}\n`;
