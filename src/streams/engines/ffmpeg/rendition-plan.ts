import type { PlannedTrack } from '../../origin/live-reader.js';

/** What an engine makes of its input. */
export interface RenditionPlan {
  /**
   * `copy`: as it comes, which costs nothing, where it fits (see fits-for-copy.ts); `encode-small`: the small one alone, for a
   * fifth of the work; null: there is no picture.
   */
  video: 'copy' | 'encode' | 'encode-small' | null;
  /** Frames a second of what is encoded. */
  frameRate: number;
  /** Pixels; of the picture that comes. */
  height: number;
  /** Bits a second of what is copied. */
  bitrate: number;
  /** In the order of the input's audio streams that are used. The first is the floor: the room's own sound. */
  audio: readonly PlannedAudio[];
}

export interface PlannedAudio {
  /** Which of the input's audio streams, from 0. */
  stream: number;
  /** BCP 47; null where it is nobody's language. */
  language: string | null;
  name: string;
}

/** A track together with how it is made. */
export interface Rendition extends PlannedTrack {
  make:
    | { kind: 'copy' }
    /** Pixels, bits a second. */
    | { kind: 'video'; height: number; bitrate: number }
    | { kind: 'audio'; stream: number; bitrate: number; channels: 1 | 2 };
}

/** Pixels and bits a second. */
const LARGE = { height: 720, bitrate: 2_000_000 };
const SMALL = { height: 360, bitrate: 600_000 };
const SOUND = 96_000;
/** With its container under 48 kbit/s: who has little, hears. */
const SOUND_ONLY = 40_000;
/** Of an encoder that is told to keep to a bitrate: at most this much over it, its container included. */
const PEAK = 1.25;

/** Keys are the same for every source, so that a channel can go from one to the other: `video-720` is the large picture, however large. */
export function renditionsOf(plan: RenditionPlan): Rendition[] {
  const { frameRate } = plan;
  const picture = (key: string, make: Rendition['make'], bitrate: number): Rendition =>
    ({ key, kind: 'video', language: null, name: key, floor: false, frameRate, bandwidth: Math.round(bitrate * PEAK), make });
  const large: Rendition['make'] = plan.video === 'copy' ? { kind: 'copy' } : { kind: 'video', ...LARGE, height: Math.min(LARGE.height, plan.height) };
  const [floor] = plan.audio;
  return [
    ...(plan.video === null ? [] : [
      ...(plan.video === 'encode-small' ? [] : [picture('video-720', large, plan.video === 'copy' ? plan.bitrate : LARGE.bitrate)]),
      picture('video-360', { kind: 'video', ...SMALL, height: Math.min(SMALL.height, plan.height) }, SMALL.bitrate),
    ]),
    ...plan.audio.map((audio, index) => sound(`audio-${audio.language ?? 'floor'}`, audio, SOUND, 2, index === 0)),
    ...(floor === undefined ? [] : [sound('audio-only', floor, SOUND_ONLY, 1, false)]),
  ];
}

const sound = (key: string, { stream, language, name }: PlannedAudio, bitrate: number, channels: 1 | 2, floor: boolean): Rendition =>
  ({ key, kind: 'audio', language, name, floor, bandwidth: Math.round(bitrate * PEAK), make: { kind: 'audio', stream, bitrate, channels } });
