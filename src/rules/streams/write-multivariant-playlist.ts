import { AUDIO_ONLY } from './media-paths.js';
import { quoted } from './playlist-text.js';
import type { MediaTrack } from './source.js';

const AUDIO = 'audio';
const CAPTIONS = 'captions';

/**
 * The playlist that a player opens first: pictures, from the best down, with every sound (floor first, so that it is heard without
 * choosing) and the captions beside them. The track for those who listen only has its own address: players hide it beside pictures.
 * @param folder where the tracks' playlists are, with its slash at the end; beside this one when left out
 */
export function writeMultivariantPlaylist(tracks: readonly MediaTrack[], folder = ''): string {
  const sounds = tracks.filter(({ kind, key }) => kind === 'audio' && key !== AUDIO_ONLY);
  const inOrder = [...sounds.filter(({ floor }) => floor), ...sounds.filter(({ floor }) => !floor)];
  const captions = tracks.filter(({ kind }) => kind === 'captions');
  const pictures = tracks.filter(({ kind }) => kind === 'video').sort((one, other) => other.bandwidth - one.bandwidth);
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:7',
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...inOrder.map((track, index) => rendition('AUDIO', AUDIO, track, index === 0, folder)),
    ...captions.map((track) => rendition('SUBTITLES', CAPTIONS, track, false, folder)),
    ...(pictures.length > 0 ? pictures : inOrder.slice(0, 1)).flatMap((track) => variant(track, inOrder, captions.length > 0, folder)),
  ];
  return `${lines.join('\n')}\n`;
}

function rendition(type: 'AUDIO' | 'SUBTITLES', group: string, { key, name, language }: MediaTrack, first: boolean, folder: string): string {
  const attributes = [
    `TYPE=${type}`,
    `GROUP-ID="${group}"`,
    `NAME=${quoted(name)}`,
    ...(language === null ? [] : [`LANGUAGE=${quoted(language)}`]),
    `DEFAULT=${first ? 'YES' : 'NO'}`,
    'AUTOSELECT=YES',
    `URI=${quoted(`${folder}${key}.m3u8`)}`,
  ];
  return `#EXT-X-MEDIA:${attributes.join(',')}`;
}

function variant(track: MediaTrack, sounds: readonly MediaTrack[], captions: boolean, folder: string): string[] {
  const { key, codecs, width, height, frameRate } = track;
  const heard = track.kind === 'audio' ? [] : sounds;
  const attributes = [
    `BANDWIDTH=${Math.ceil(track.bandwidth + Math.max(0, ...heard.map(({ bandwidth }) => bandwidth)))}`,
    `CODECS=${quoted([...new Set([codecs, ...heard.map((sound) => sound.codecs)])].join(','))}`,
    ...(width === undefined || height === undefined ? [] : [`RESOLUTION=${width}x${height}`]),
    ...(frameRate === undefined ? [] : [`FRAME-RATE=${frameRate.toFixed(3)}`]),
    ...(sounds.length > 0 ? [`AUDIO="${AUDIO}"`] : []),
    ...(captions ? [`SUBTITLES="${CAPTIONS}"`] : []),
    'CLOSED-CAPTIONS=NONE',
  ];
  return [`#EXT-X-STREAM-INF:${attributes.join(',')}`, `${folder}${key}.m3u8`];
}
