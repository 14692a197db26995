import { Observable } from './observable.js';

/** The lines of the captions that are due now, of the tracks that the browser does not draw itself. */
export class CaptionLines extends Observable<readonly string[]> {
  constructor(
    private readonly video: HTMLVideoElement,
    private readonly signal: AbortSignal,
  ) {
    super([]);
    for (const track of Array.from(video.textTracks)) this.follow(track);
    video.textTracks.addEventListener('addtrack', ({ track }) => track !== null && this.follow(track), { signal });
    video.textTracks.addEventListener('change', () => this.look(), { signal });
  }

  private follow(track: TextTrack): void {
    track.addEventListener('cuechange', () => this.look(), { signal: this.signal });
  }

  private look(): void {
    const lines = Array.from(this.video.textTracks)
      .filter(({ mode, kind }) => mode === 'hidden' && (kind === 'subtitles' || kind === 'captions'))
      .flatMap((track) => Array.from(track.activeCues ?? []))
      .flatMap((cue) => (cue as VTTCue).getCueAsHTML().textContent.split('\n'))
      .filter((line) => line.trim() !== '');
    if (lines.length > 0 || this.read().length > 0) this.set(lines);
  }
}
