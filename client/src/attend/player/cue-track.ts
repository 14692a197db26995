const LABEL = 'captions of the stream';
/** Cues that ended as long ago, in seconds, are forgotten: a conference is long. */
const KEPT = 900;

/** A text track of the media element that cues are put into; a media element cannot lose one, so it is taken again. */
export class CueTrack {
  private readonly track: TextTrack;

  constructor(private readonly video: HTMLVideoElement) {
    this.track = Array.from(video.textTracks).find(({ label }) => label === LABEL) ?? video.addTextTrack('captions', LABEL);
    this.track.mode = 'hidden';
    this.clear();
  }

  /** A stretch that is loaded once more brings the same cues again. */
  add(cues: readonly VTTCue[]): void {
    const held = this.held();
    const known = new Set(held.map(keyOf));
    for (const cue of cues) if (!known.has(keyOf(cue))) this.track.addCue(cue);
    for (const cue of held) if (cue.endTime < this.video.currentTime - KEPT) this.track.removeCue(cue);
  }

  clear(): void {
    for (const cue of this.held()) this.track.removeCue(cue);
  }

  show(byBrowser: boolean): void {
    this.track.mode = byBrowser ? 'showing' : 'hidden';
  }

  private held(): VTTCue[] {
    return Array.from(this.track.cues ?? []) as VTTCue[];
  }
}

const keyOf = ({ startTime, endTime, text }: VTTCue): string => `${startTime.toFixed(2)} ${endTime.toFixed(2)} ${text}`;
