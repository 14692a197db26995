import { AudioStreamController, type ChunkMetadata, type Fragment, type Part } from 'hls.js';

type BufferInfo = NonNullable<ReturnType<AudioStreamController['getFwdBufferInfo']>>;
type Media = Parameters<AudioStreamController['bufferFragmentData']>[0];

/** Seconds after the playhead that are decoded already when another sound comes: it need not have them. Of a whole segment, what follows them is most of it. */
const DECODED = { parts: 0.25, segments: 0.1 };
/** Seconds by which two ends may differ and be the same: half a frame of AAC. */
const SAME = 0.01;

/**
 * hls.js's control of the sound, but for `nextAudioTrack`: the other sound is laid over the one that is heard, segment after segment, as it comes.
 * Nothing is taken out of the buffer before, so there is never none at the playhead, and the picture does not wait for it (docs/decisions/028).
 */
export class OverlaidSound extends AudioStreamController {
  /** While there is sound ahead that is not the chosen one. `laid`, in seconds: what there is already of the chosen one, without a hole. */
  private turn: { laid: { start: number; end: number } | null } | null = null;

  constructor(...parts: ConstructorParameters<typeof AudioStreamController>) {
    super(...parts);
    const seeks = this.onMediaSeeking;
    this.onMediaSeeking = () => {
      this.keepLaid();
      seeks();
    };
  }

  /** Called by hls.js when another sound was chosen, before it is asked for. */
  override nextLevelSwitch(): void {
    this.forget();
    const buffered = super.getFwdBufferInfo();
    this.turn = buffered === null || buffered.len === 0 ? null : { laid: null };
    if (this.turn === null) this.flushMainBuffer(0, Infinity, 'audio');
  }

  /** What there is of the sound that was heard before does not count: so it is loaded anew, from the playhead on. */
  override getFwdBufferInfo(): BufferInfo | null {
    const buffered = super.getFwdBufferInfo();
    if (buffered === null || this.turn === null) return buffered;
    const { laid } = this.turn;
    if (laid !== null && buffered.end <= laid.end + SAME) {
      this.turn = null;
      return buffered;
    }
    const end = Math.max(laid?.end ?? 0, this.playhead);
    return { ...buffered, end, len: end - this.playhead };
  }

  protected override getLoadPosition(): number {
    const position = super.getLoadPosition();
    return this.turn === null ? position : Math.max(position, this.turn.laid?.end ?? position + (this.loadingParts ? DECODED.parts : DECODED.segments));
  }

  protected override bufferFragmentData(media: Media, fragment: Fragment, part: Part | null, chunk: ChunkMetadata, noBacktracking?: boolean): void {
    super.bufferFragmentData(media, fragment, part, chunk, noBacktracking);
    if (this.turn === null) return;
    const { laid } = this.turn;
    const goesOn = laid !== null && media.startPTS <= laid.end + SAME && media.startPTS >= laid.start;
    this.turn.laid = { start: goesOn ? laid.start : media.startPTS, end: media.endPTS };
  }

  /** None of what was loaded is there once it is laid over, so all of it may be loaded again: also the very same, of who turns there and back. */
  private forget(): void {
    this.fragmentTracker.removeFragmentsInRange(0, Infinity, this.playlistType, false, true);
    for (const { details } of this.levels ?? []) for (const part of details?.partList ?? []) part.clearElementaryStreamInfo();
  }

  /** Who goes elsewhere waits anyway: only the chosen sound is left, and hls.js loads the rest as it always does. */
  private keepLaid(): void {
    const laid = this.turn?.laid ?? null;
    if (laid === null) return;
    this.turn = null;
    if (laid.start > 0) this.flushMainBuffer(0, laid.start, 'audio');
    this.flushMainBuffer(laid.end, Infinity, 'audio');
  }
}
