import * as HLS from 'hls-parser';
import { probeMedia } from './streams.js';

export interface WatchedRendition {
  /** As its playlist is called: `video-360`. */
  name: string;
  /** As ffprobe reads them in its newest whole segment: `h264 640x360`, `aac`. */
  codecs: string[];
}

/**
 * Watches a channel as a player of others would: reads the multivariant playlist and that of each rendition, in low latency and plain, and the newest whole segment,
 * which is waited for where something else is shown since just now.
 * @param address of the multivariant playlist, absolute
 * @param splices of each rendition, at least: what the agenda says to be shown comes into the playlists a moment before or after
 * @throws what a strict parser or ffprobe says
 */
export async function watchedRenditions(address: string, splices = 0): Promise<WatchedRendition[]> {
  HLS.setOptions({ strictMode: true, silent: true });
  return await Promise.all((await renditionsOf(address)).map(async (rendition) => {
    const text = await splicedText(rendition, splices);
    const playlists = [text, await textOf(rendition.replace(/[^/]+$/, 'plain/$&'))].map((one) => HLS.parse(one) as HLS.types.MediaPlaylist);
    const whole = playlists[0]!.segments.filter(({ uri }) => uri !== '').at(-1)!;
    // a map is named once, for all that follow it
    const map = [...text.slice(0, text.indexOf(whole.uri)).matchAll(/#EXT-X-MAP:URI="([^"]+)"/g)].at(-1)![1]!;
    const bytes = await Promise.all([map, whole.uri].map(async (uri) => await bytesOf(new URL(uri, rendition).href)));
    const { streams } = await probeMedia(Buffer.concat(bytes));
    const name = rendition.split('/').at(-1)!.replace('.m3u8', '');
    return { name, codecs: streams.map(({ codec_name, width, height }) => (width === undefined ? codec_name : `${codec_name} ${width}x${height}`)) };
  }));
}

/** How often each rendition of a channel was spliced so far: of those that were least often. */
export async function splicesOf(address: string): Promise<number> {
  return Math.min(...(await Promise.all((await renditionsOf(address)).map(async (rendition) => splicesIn(await textOf(rendition))))));
}

async function renditionsOf(address: string): Promise<string[]> {
  const main = await textOf(address);
  if (!HLS.parse(main).isMasterPlaylist) throw new Error(`not multivariant:\n${main}`);
  const named = [...main.matchAll(/URI="([^"]+)"|^([^#\s].*)$/gm)].map(([, inTag, line]) => new URL(inTag ?? line ?? '', address).href);
  return [...new Set(named)];
}

/** Also those that the playlist no longer reaches back to. */
const splicesIn = (text: string): number => Number(/#EXT-X-DISCONTINUITY-SEQUENCE:(\d+)/.exec(text)?.[1] ?? 0) + [...text.matchAll(/^#EXT-X-DISCONTINUITY$/gm)].length;

/** A playlist that was spliced so often, and has a whole segment since. */
async function splicedText(rendition: string, splices: number): Promise<string> {
  for (;;) {
    const text = await textOf(rendition);
    if (splicesIn(text) < splices) continue;
    if (text.slice(Math.max(0, text.lastIndexOf('#EXT-X-DISCONTINUITY\n'))).includes('#EXTINF')) return text;
  }
}

/** Asks again, as it is told to, while there is nothing yet. */
export async function answered(address: string): Promise<Response> {
  let response = await fetch(address);
  while (response.status === 503) response = await fetch(address);
  if (!response.ok) throw new Error(`${new URL(address).pathname.split('/').at(-1)} answered with ${response.status}`);
  return response;
}

const textOf = async (address: string): Promise<string> => await (await answered(address)).text();
const bytesOf = async (address: string): Promise<Buffer> => Buffer.from(await (await answered(address)).arrayBuffer());
