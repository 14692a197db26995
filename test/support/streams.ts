import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ffprobe from '@ffprobe-installer/ffprobe';
import type { SourceWindow } from '../../src/rules/streams/source.js';
import { SourceRegistry } from '../../src/streams/channels/source-registry.js';
import type { SourceOrigin } from '../../src/streams/channels/source-origin.js';
import type { RunningApp } from './an-app.js';

/** Resolves with the first window that this holds for. */
export async function untilWindow(source: SourceOrigin, holds: (window: SourceWindow) => boolean): Promise<SourceWindow> {
  return await new Promise((resolve) => {
    const look = (): void => {
      if (!holds(source.window())) return;
      stop();
      resolve(source.window());
    };
    const stop = source.onChange(look);
    look();
  });
}

/** Resolves once a process receives, or makes, what is sent to that input: what is set up is carried there after its answer. */
export async function untilReceived({ app }: Pick<RunningApp, 'app'>, inputId: string): Promise<void> {
  const sources = app.get(SourceRegistry);
  if (sources.has(inputId)) return;
  await new Promise<void>((resolve) => {
    const stop = sources.onChange((changed) => {
      if (changed !== inputId) return;
      stop();
      resolve();
    });
  });
}

export const closedSegments = ({ segments }: SourceWindow): number => segments.filter(({ open }) => !open).length;

export interface Probed {
  streams: { codec_name: string; width?: number; height?: number; channels?: number; sample_rate?: string }[];
  packets: { pts_time: string; dts_time: string; duration_time: string; flags: string }[];
}

/** The bytes of a track: its init segment and these segments, as a player would put them together. */
export function mediaOf(source: SourceOrigin, window: SourceWindow, key: string, numbers: readonly number[]): Buffer {
  const segments = window.segments.filter(({ number }) => numbers.includes(number));
  const init = window.inits[segments[0]!.generation]?.[key];
  const names = [...(init === undefined ? [] : [init]), ...segments.map(({ tracks }) => tracks[key]!.name)];
  return Buffer.concat(names.flatMap((name) => source.media(name)!));
}

/** What a program that is not ours reads in these bytes. */
export async function probeMedia(bytes: Buffer): Promise<Probed> {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-probe-'));
  try {
    const file = join(folder, 'media');
    await writeFile(file, bytes);
    const { stdout } = await promisify(execFile)(ffprobe.path, ['-v', 'error', '-show_streams', '-show_packets', '-of', 'json', file], { maxBuffer: 50_000_000 });
    return JSON.parse(stdout) as Probed;
  } finally {
    await rm(folder, { recursive: true });
  }
}
