import type { Readable } from 'node:stream';
import { boxesIn } from '../../origin/boxes.js';
import { readFragment, type Sample } from '../../origin/fragments.js';
import type { PlannedTrack } from '../../origin/live-reader.js';
import { readMovie, type MovieTrack } from '../../origin/read-movie.js';
import { StartError } from '../../../platform/start-error.js';
import type { Ffmpeg } from '../ffmpeg/find-ffmpeg.js';
import { ProgramRun } from '../ffmpeg/program-run.js';

/** One second of a still picture and of silence, as each of its tracks has it. */
export interface SlateClip {
  tracks: readonly ClipTrack[];
}

export interface ClipTrack {
  plan: PlannedTrack;
  track: MovieTrack;
  init: Buffer;
  /** Of a picture, the frames of one second; of silence, one packet. */
  samples: readonly Sample[];
}

const RATE = 25;
const picture = (height: number, bandwidth: number): PlannedTrack =>
  ({ key: `video-${height}`, kind: 'video', language: null, name: `video-${height}`, floor: false, frameRate: RATE, bandwidth });
const silence = (key: string, floor: boolean, bandwidth: number): PlannedTrack => ({ key, kind: 'audio', language: null, name: key, floor, bandwidth });

/** The keys are those of every engine, so that a channel finds each of its tracks in the slate too. */
const TRACKS: readonly { plan: PlannedTrack; args: readonly string[] }[] = [
  { plan: picture(720, 500_000), args: ['-map', '[large]', ...encoded('22')] },
  { plan: picture(360, 200_000), args: ['-map', '[small]', ...encoded('24')] },
  { plan: silence('audio-floor', true, 20_000), args: ['-map', '1:a:0', '-c:a', 'aac', '-b:a', '96k', '-ac', '2', '-ar', '48000'] },
  { plan: silence('audio-only', false, 20_000), args: ['-map', '1:a:0', '-c:a', 'aac', '-b:a', '40k', '-ac', '1', '-ar', '48000'] },
];

function encoded(quality: string): string[] {
  return ['-c:v', 'libx264', '-preset', 'medium', '-tune', 'stillimage', '-crf', quality, '-profile:v', 'main', '-bf', '0', '-g', `${RATE}`, '-sc_threshold', '0', '-threads', '1'];
}

const FRAGMENTS = ['-t', '1', '-map_metadata', '-1', '-movflags', '+empty_moov+default_base_moof+frag_discont', '-use_editlist', '0', '-avoid_negative_ts', 'disabled', '-output_ts_offset', '10', '-f', 'mp4'];

/**
 * Encodes a card once; it is shown for as long as needed after that, without an encoder.
 * @param card a picture as PNG
 * @throws StartError with what ffmpeg said
 */
export async function renderSlate(ffmpeg: Ffmpeg, card: Buffer): Promise<SlateClip> {
  const graph = `[0:v:0]loop=loop=-1:size=1:start=0,setpts=N/${RATE}/TB,scale=1280:720,format=yuv420p,split=2[large][s];[s]scale=640:360[small]`;
  const run = new ProgramRun({
    program: ffmpeg.path, feed: true, outputs: TRACKS.length,
    args: ({ feed, outputs }) => [
      '-nostdin', '-hide_banner', '-nostats', '-loglevel', 'error', '-f', 'png_pipe', '-framerate', `${RATE}`, '-i', `pipe:${feed ?? 0}`,
      '-f', 'lavfi', '-i', 'anullsrc=channel_layout=stereo:sample_rate=48000', '-filter_complex', graph,
      ...TRACKS.flatMap(({ args }, index) => [...args, ...FRAGMENTS, `pipe:${outputs[index] ?? 1}`]),
    ],
  });
  run.feed?.end(card);
  const files = await Promise.all([...run.outputs.map(async (output) => await allOf(output)), run.ended]).then((all) => all.slice(0, -1) as Buffer[]);
  const { code, lastLines } = await run.ended;
  if (code !== 0) throw new StartError(`ffmpeg did not make the slate:\n${lastLines.join('\n')}`);
  return { tracks: TRACKS.map(({ plan }, index) => clipOf(plan, files[index] ?? Buffer.alloc(0))) };
}

async function allOf(output: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  output.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise<void>((resolve) => output.once('close', resolve));
  return Buffer.concat(chunks);
}

function clipOf(plan: PlannedTrack, file: Buffer): ClipTrack {
  const boxes = [...boxesIn(file)].map(({ type, start, end }) => ({ type, bytes: file.subarray(start, end) }));
  const of = (wanted: string): Buffer[] => boxes.filter(({ type }) => type === wanted).map(({ bytes }) => bytes);
  const [ftyp, moov] = [of('ftyp')[0]!, of('moov')[0]!];
  const [track] = readMovie(moov);
  const mdats = of('mdat');
  const samples = of('moof').flatMap((moof, index) => readFragment(moof, mdats[index]!, () => track!.defaults).flatMap((fragment) => fragment.samples));
  // the first packets of an encoder of sound hold its beginning; one from the middle is what silence sounds like
  const lasting = plan.kind === 'video' ? samples : samples.slice(20, 21);
  return { plan, track: track!, init: Buffer.concat([ftyp, moov]), samples: lasting.map((sample) => ({ ...sample, bytes: Buffer.from(sample.bytes) })) };
}
