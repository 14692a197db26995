import { AUDIO_ONLY } from './media-paths.js';
import type { MediaTrack } from './source.js';

/** What every one of our players can play; what a source really has is in its init segments. */
const H264 = 'avc1.64001f';
const AAC = 'mp4a.40.2';

/**
 * What a channel offers, whatever its sources have: two pictures, the sound of each language (the floor's first), and a track for those
 * who only listen. A player is told once and for all, so a channel of many stages offers them too.
 */
export function channelTracks(languages: readonly string[]): MediaTrack[] {
  const [floor = null, ...others] = languages;
  return [
    picture(1280, 720, 2_500_000),
    picture(640, 360, 750_000),
    sound(floor, true),
    ...others.map((language) => sound(language, false)),
    { ...sound(floor, false), key: AUDIO_ONLY, bandwidth: 50_000 },
  ];
}

const picture = (width: number, height: number, bandwidth: number): MediaTrack =>
  ({ key: `video-${height}`, kind: 'video', container: 'fmp4', language: null, name: `${height}p`, floor: false, bandwidth, codecs: H264, width, height });

const sound = (language: string | null, floor: boolean): MediaTrack =>
  ({ key: `audio-${language ?? 'floor'}`, kind: 'audio', container: 'fmp4', language, name: nameOf(language), floor, bandwidth: 120_000, codecs: AAC });

/** As its speakers call it; players have their own words for what has no language. */
function nameOf(language: string | null): string {
  return language === null ? 'Floor' : new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
