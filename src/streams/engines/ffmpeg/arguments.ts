import { TARGET_DURATION } from '../../origin/segment-lengths.js';
import type { Ffmpeg } from './find-ffmpeg.js';
import { motionFilter } from './picture-motion.js';
import type { Rendition, RenditionPlan } from './rendition-plan.js';

/** Where ffmpeg takes its media from. */
export interface EngineInput {
  /** Everything up to and with `-i`; may be more than one input. */
  args: (feed: number | null) => readonly string[];
  /** What makes the picture, where it is made of others: a filter graph. */
  graph?: string;
  /** Names the picture, as for `-map`, or as the graph does. */
  video: string;
  /** Names the audio stream with this index. */
  audio: (stream: number) => string;
}

/**
 * What a venue sends us, written to a pipe. One second is looked at before it begins. Trap: with `nobuffer` what was looked at is lost, of each
 * track another part.
 */
export const fedInput = (container: 'flv' | 'mpegts'): EngineInput => ({
  args: (feed) => ['-analyzeduration', '1000000', '-probesize', '2000000', '-thread_type', 'slice', '-f', container, '-i', `pipe:${feed ?? 0}`],
  video: '0:v:0',
  audio: (stream) => `0:a:${stream}`,
});

export interface EnginePipes {
  feed: number | null;
  /** One a rendition. */
  outputs: readonly number[];
  /** Where it tells whether the picture moves; null: nobody asks. */
  motion: number | null;
}

/**
 * Each track goes to a pipe of its own as fragmented MP4, a fragment a frame; how they are cut is decided in origin/segmenter.ts. The traps:
 * a muxer would move each file's first time stamp to zero, and so each track by something else (hence no edit lists, no avoiding of negative
 * stamps, the same offset for all, and stamps that are written as they are: `frag_discont`); a copied picture has its headers in its first
 * packets (`delay_moov`).
 */
export function engineArguments(
  ffmpeg: Pick<Ffmpeg, 'major'>, input: EngineInput, plan: RenditionPlan, renditions: readonly Rendition[], pipes: EnginePipes,
): string[] {
  return [
    '-nostdin', '-hide_banner', '-nostats', '-loglevel', 'warning', ...input.args(pipes.feed),
    ...filters(input, plan, renditions, pipes.motion), ...renditions.flatMap((rendition, index) => [...output(ffmpeg, input, plan, rendition), `pipe:${pipes.outputs[index] ?? 1}`]),
  ];
}

/** The picture is scaled once to the large size, and the small one is made of that. */
function filters({ video, graph: made }: EngineInput, plan: RenditionPlan, renditions: readonly Rendition[], motion: number | null): string[] {
  const encoded = renditions.filter(({ make }) => make.kind === 'video');
  const [first, second] = encoded.map(({ key, make }) => ({ label: `[${key}]`, height: make.kind === 'video' ? make.height : 0 }));
  if (first === undefined) return [];
  // what is cut at the key frames of a copied picture must have exactly its frames; else all of one rate, holes filled
  const begin = plan.video === 'copy' ? `[${video}]` : `[${video}]yadif=deint=interlaced,fps=${plan.frameRate},`;
  const scaled = (height: number): string => `scale=-2:${even(height)}:flags=fast_bilinear,format=yuv420p`;
  const watched = motion === null ? '' : `,${motionFilter(motion)}`;
  const graph = second === undefined
    ? `${begin}${scaled(first.height)}${watched}${first.label}`
    : `${begin}${scaled(first.height)},split=2${first.label}[rest];[rest]${scaled(second.height)}${watched}${second.label}`;
  return ['-filter_complex', made === undefined ? graph : `${made};${graph}`];
}

const even = (pixels: number): number => Math.max(2, pixels - (pixels % 2));

function output(ffmpeg: Pick<Ffmpeg, 'major'>, input: EngineInput, plan: RenditionPlan, { key, make }: Rendition): string[] {
  switch (make.kind) {
    case 'copy':
      return ['-map', input.video, '-c:v', 'copy', ...fragments('+delay_moov')];
    case 'video':
      return [
        '-map', `[${key}]`, ...(plan.video === 'copy' ? exactStamps(ffmpeg) : []), '-c:v', 'libx264', '-preset', 'superfast', '-tune', 'zerolatency', '-profile:v', 'main', '-threads', '1',
        '-b:v', `${make.bitrate}`, '-maxrate', `${Math.round(make.bitrate * 1.15)}`, '-bufsize', `${make.bitrate}`,
        '-g', '600', '-sc_threshold', '0', '-force_key_frames', keyFrames(plan), ...fragments(),
      ];
    case 'audio':
      return [
        '-map', input.audio(make.stream), '-af', 'aresample=async=1000', '-c:a', 'aac', '-b:a', `${make.bitrate}`, '-ac', `${make.channels}`, '-ar', '48000', ...fragments(),
      ];
  }
}

/** The frames of the copied picture, each at its time: not one more, one less or one moved to the grid of a frame rate. */
const exactStamps = ({ major }: Pick<Ffmpeg, 'major'>): string[] => [major >= 60 ? '-fps_mode' : '-vsync', 'passthrough', '-enc_time_base', '1:90000'];

/** Where the large picture is copied, the small one has its key frames; else both have one each second, from the last one on. */
const keyFrames = ({ video }: RenditionPlan): string => (video === 'copy' ? 'source' : `expr:isnan(prev_forced_t)+gte(t,prev_forced_t+${TARGET_DURATION})`);

const fragments = (more = ''): string[] => [
  '-map_metadata', '-1', '-movflags', `+empty_moov+default_base_moof+frag_discont+frag_every_frame${more}`, '-use_editlist', '0',
  '-avoid_negative_ts', 'disabled', '-output_ts_offset', '10', '-flush_packets', '1', '-f', 'mp4',
];
