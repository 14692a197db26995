/** What an input sends, as seen over a few seconds. */
export interface SourceFacts {
  video: VideoFacts | null;
  /** In the order that it sends them; the first is the floor. */
  audio: readonly AudioFacts[];
  /** Seconds that were looked at. */
  seconds: number;
}

export interface VideoFacts {
  /** As in RFC 6381; of what is not H.264, its four letters. */
  codecs: string;
  width: number;
  height: number;
  /** Frames a second. */
  frameRate: number;
  /** Bits a second. */
  bitrate: number;
  /** Seconds, the longest that was seen; a lower bound where `keyFrames` is 1. */
  keyFrameInterval: number;
  keyFrames: number;
}

export interface AudioFacts {
  /** As in RFC 6381; empty where it is no AAC. */
  codecs: string;
  channels: number;
  /** Hertz. */
  sampleRate: number;
  /** Bits a second; null where it is no AAC. */
  bitrate: number | null;
  /** BCP 47; null where it does not say. */
  language: string | null;
}

export type RemarkCode =
  | 'no-video' | 'no-audio' | 'other-video-codec' | 'key-frames-too-far-apart' | 'bitrate-too-low' | 'bitrate-too-high' | 'frame-rate-too-low' | 'picture-too-small' | 'sample-rate-unusual';

/** Something to change at the venue. `must`: people will see or hear too little; `should`: it costs us processor time, or quality. */
export interface Remark {
  code: RemarkCode;
  severity: 'must' | 'should';
  /** What the sentence needs: what is seen, and what would be good. */
  facts: Readonly<Record<string, string | number>>;
}

/** Seconds between key frames at most: a player begins at one, and a switch waits for one. */
export const MOST_KEY_FRAME_INTERVAL = 2;
/** A clock of milliseconds rounds. */
const ROUNDING = 0.06;
const LEAST_FRAME_RATE = 20;
const LEAST_HEIGHT = 480;
/** Seconds between key frames at most where the picture is copied: a segment goes from one to the next, and none may round to 2 (RFC 8216, 4.3.3.1). */
const COPIED_KEY_FRAME_INTERVAL = 1.4;
const COPIED_HEIGHT = 720;
const COPIED_BITRATE = 4_000_000;
const MOST_BITRATE = 12_000_000;

/** What to change; empty: good as it is. */
export function judgeSource({ video, audio }: SourceFacts): Remark[] {
  return [...(video === null ? [{ code: 'no-video' as const, severity: 'must' as const, facts: {} }] : judgeVideo(video)), ...judgeAudio(audio)];
}

function judgeVideo(video: VideoFacts): Remark[] {
  const remarks: Remark[] = [];
  const { codecs, height, frameRate, bitrate, keyFrameInterval } = video;
  const least = Math.round(video.width * height * frameRate * 0.04);
  if (!isH264(codecs)) remarks.push({ code: 'other-video-codec', severity: 'should', facts: { codecs, good: 'H.264' } });
  if (keyFrameInterval > MOST_KEY_FRAME_INTERVAL + ROUNDING) {
    remarks.push({ code: 'key-frames-too-far-apart', severity: 'should', facts: { seconds: round(keyFrameInterval), good: 1 } });
  }
  if (height < LEAST_HEIGHT) remarks.push({ code: 'picture-too-small', severity: 'should', facts: { width: video.width, height, good: COPIED_HEIGHT } });
  if (frameRate < LEAST_FRAME_RATE) remarks.push({ code: 'frame-rate-too-low', severity: 'should', facts: { frameRate: round(frameRate), good: 25 } });
  if (bitrate < least) remarks.push({ code: 'bitrate-too-low', severity: 'should', facts: { bitrate, good: least } });
  if (bitrate > MOST_BITRATE) remarks.push({ code: 'bitrate-too-high', severity: 'should', facts: { bitrate, good: COPIED_BITRATE } });
  return remarks;
}

function judgeAudio(audio: readonly AudioFacts[]): Remark[] {
  if (audio.length === 0) return [{ code: 'no-audio', severity: 'must', facts: {} }];
  return audio.flatMap(({ sampleRate }, stream): Remark[] =>
    sampleRate >= 32_000 ? [] : [{ code: 'sample-rate-unusual', severity: 'should', facts: { stream: stream + 1, sampleRate, good: 48_000 } }]);
}

/** Whether the picture can go to the audience as it comes, without being encoded again. */
export function fitsForCopy({ codecs, height, bitrate, keyFrameInterval, keyFrames }: VideoFacts): boolean {
  return isPlain(codecs) && height <= COPIED_HEIGHT && bitrate <= COPIED_BITRATE && keyFrames > 1 && keyFrameInterval <= COPIED_KEY_FRAME_INTERVAL;
}

const isH264 = (codecs: string): boolean => codecs.startsWith('avc1');

/** Eight bits, 4:2:0: baseline, main and high, which every browser plays. */
const isPlain = (codecs: string): boolean => /^avc1\.(42|4d|64)/i.test(codecs);

const round = (value: number): number => Math.round(value * 10) / 10;
