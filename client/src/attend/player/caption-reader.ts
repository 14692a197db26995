import type { Playback } from '@contract/channel.js';
import { readPlaylist, type ExternalRendition } from '@rules/streams/read-playlist.js';
import { backOff } from './back-off.js';
import { Observable } from './observable.js';
import { refusalOf } from './refusal.js';
import { wordsOfVtt } from './vtt-text.js';

/** As many are shown, and as many segments are read back at first. */
const MOST_LINES = 60;
const FIRST_SEGMENTS = 12;
/** Milliseconds after which a stream without captions is looked at again. */
const LOOK_AGAIN = 30_000;

/** Reads the captions of a channel as they come, and nothing else of it: for a connection that carries no sound. */
export class CaptionReader {
  readonly lines = new Observable<readonly string[]>([]);
  private readonly closed = new AbortController();

  /** @param languages BCP 47, the ones that are rather read first; null is nobody's */
  constructor(
    private readonly askAddress: () => Promise<Playback>,
    private readonly languages: readonly (string | null)[],
  ) {
    void this.read();
  }

  close(): void {
    this.closed.abort();
  }

  private async read(): Promise<void> {
    for (let attempt = 0; !this.closed.signal.aborted; attempt += 1) {
      try {
        const main = new URL((await this.askAddress()).plainUrl, location.href).href;
        const playlist = readPlaylist(await this.load(main), main);
        const track = playlist.kind === 'multivariant' ? this.chosen(playlist.renditions) : null;
        attempt = 0;
        if (track === null) await this.pause(LOOK_AGAIN);
        else await this.follow(track);
      } catch (error) {
        if (refusalOf(error) !== null) return;
        await this.pause(backOff(attempt, Math.random()));
      }
    }
  }

  private chosen(renditions: readonly ExternalRendition[]): string | null {
    const captions = renditions.filter(({ kind, url }) => kind === 'captions' && url !== null);
    const wanted = this.languages.map((wish) => captions.find(({ language }) => language === wish)).find((found) => found !== undefined);
    return (wanted ?? captions[0])?.url ?? null;
  }

  /** Until the server says no, or nothing. */
  private async follow(url: string): Promise<void> {
    let next = -1;
    for (;;) {
      const playlist = readPlaylist(await this.load(url), url);
      if (playlist.kind !== 'media') throw new Error('captions are not in a playlist of media');
      for (const segment of playlist.segments.slice(-FIRST_SEGMENTS).filter(({ sequence }) => sequence >= next)) {
        this.add(wordsOfVtt(await this.load(segment.url)));
        next = segment.sequence + 1;
      }
      await this.pause(playlist.targetDuration * 1_000);
    }
  }

  /** A cue that goes on into the next segment stands in both. */
  private add(words: readonly string[]): void {
    const held = this.lines.read();
    const added = words.filter((line, index) => line !== (index === 0 ? held.at(-1) : words[index - 1]));
    if (added.length > 0) this.lines.set([...held, ...added].slice(-MOST_LINES));
  }

  private async load(url: string): Promise<string> {
    const answer = await fetch(url, { signal: this.closed.signal });
    if (!answer.ok) throw new Error(`captions: ${answer.status}`);
    return await answer.text();
  }

  private async pause(milliseconds: number): Promise<void> {
    const { signal } = this.closed;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
    });
    signal.throwIfAborted();
  }
}
