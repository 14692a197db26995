import { NO_OFFER, wishedOf, type CaptionTrack, type EngineEvents, type LiveWindow, type MediaEngine, type Offer, type Sound, type Wishes } from './media-engine.js';

/** Of browsers that play HLS themselves: sounds of the element. Not in TypeScript's library, for few have it. */
interface ElementSounds extends EventTarget, ArrayLike<{ enabled: boolean; label: string; language: string; kind: string }> {}

/** Safe behind the newest that the browser says it could show, in seconds. */
const BEHIND_EDGE = 3;

/** The browser's own playing of HLS. It chooses the picture itself, and cannot be given another address while it plays. */
export class NativeEngine implements MediaEngine {
  private readonly ended = new AbortController();

  constructor(private readonly video: HTMLVideoElement, private readonly url: string, private wishes: Wishes, private readonly events: EngineEvents, private from: number | null) {
    const { signal } = this.ended;
    video.addEventListener('loadedmetadata', () => this.begin(), { signal });
    video.addEventListener('timeupdate', () => events.progressed(), { signal });
    video.addEventListener('error', () => void this.erred(), { signal });
    // a playlist that is refused is no error of the element: it plays what it has, and stands
    for (const event of ['waiting', 'stalled'] as const) video.addEventListener(event, () => void this.askWhy(), { signal });
    for (const tracks of [this.sounds, video.textTracks]) {
      tracks?.addEventListener('addtrack', () => this.choose(this.wishes), { signal });
      // also by the browser's own menu, which an iPhone has in full screen
      for (const event of ['change', 'removetrack'] as const) tracks?.addEventListener(event, () => events.offerChanged(), { signal });
    }
    video.src = url;
  }

  offer(): Offer {
    const all = Array.from(this.sounds ?? []);
    // where none is called the main one, the first is: playlists name the floor first
    const floor = Math.max(0, all.findIndex(({ kind }) => kind === 'main'));
    const sounds = all.map(({ label, language }, id): Sound => ({ id, name: label, language: language || null, floor: id === floor }));
    const playing = all.findIndex(({ enabled }) => enabled);
    return { ...NO_OFFER, sounds, soundId: playing < 0 ? null : playing, captions: this.captionTracks() };
  }

  window(): LiveWindow | null {
    const { seekable } = this.video;
    if (seekable.length === 0) return null;
    const start = seekable.start(0);
    return { start, live: Math.max(start, seekable.end(seekable.length - 1) - BEHIND_EDGE) };
  }

  choose(wishes: Wishes): void {
    this.wishes = wishes;
    const { sounds, captions } = this.offer();
    const sound = (wishes.sound === null ? null : wishedOf(sounds, wishes.sound)) ?? sounds.find(({ floor }) => floor);
    this.enable(sound?.id ?? 0);
    const caption = wishes.captions === null ? null : wishedOf(captions, wishes.captions);
    for (const { id } of captions) {
      const track = this.video.textTracks[id]!;
      const mode = id === caption?.id ? (track.mode === 'showing' ? 'showing' : 'hidden') : 'disabled';
      if (track.mode !== mode) track.mode = mode;
    }
    this.events.offerChanged();
  }

  drawCaptions(byBrowser: boolean): void {
    for (const { id } of this.captionTracks()) if (this.video.textTracks[id]!.mode !== 'disabled') this.video.textTracks[id]!.mode = byBrowser ? 'showing' : 'hidden';
  }

  readdress(): boolean {
    return false;
  }

  recover(): void {
    if (this.from !== null) this.from = this.video.currentTime;
    this.video.src = this.url;
    this.video.load();
  }

  close(): void {
    this.ended.abort();
    this.video.removeAttribute('src');
    this.video.load();
  }

  private begin(): void {
    if (this.from !== null) this.video.currentTime = this.from;
    this.choose(this.wishes);
  }

  private get sounds(): ElementSounds | undefined {
    return (this.video as { audioTracks?: ElementSounds }).audioTracks;
  }

  /** The wanted one first, so that there is never none; what is so already is left, for each change is told. */
  private enable(wanted: number): void {
    const all = Array.from(this.sounds ?? []);
    const track = all[wanted];
    if (track !== undefined && !track.enabled) track.enabled = true;
    for (const [id, other] of all.entries()) if (id !== wanted && other.enabled) other.enabled = false;
  }

  /** Timed metadata are text tracks too, and no captions. */
  private captionTracks(): CaptionTrack[] {
    return Array.from(this.video.textTracks).flatMap(({ kind, label, language }, id) => (kind === 'captions' || kind === 'subtitles' ? [{ id, name: label, language: language || null }] : []));
  }

  private async erred(): Promise<void> {
    if (!(await this.askWhy())) this.events.failed('network');
  }

  /** The element does not say why: the address is asked. True: it is refused, and that was told; or all is over. */
  private async askWhy(): Promise<boolean> {
    const status = await fetch(this.url, { cache: 'no-store' }).then((answer) => answer.status, () => 0);
    if (this.ended.signal.aborted) return true;
    const refused = status === 401 || status === 403;
    if (refused) this.events.refused();
    return refused;
  }
}
