import { fitsForCopy, type SourceFacts } from '../../rules/streams/judge-source.js';
import { keepsTimeStamps, type Ffmpeg } from '../engines/ffmpeg/find-ffmpeg.js';
import type { PlannedAudio, RenditionPlan } from '../engines/ffmpeg/rendition-plan.js';

const USUAL_RATES = [24, 25, 30];
const MOST_LANGUAGES = 12;

/** What is made of an input that sends this. Its first sound is the floor; another one is used where it says its language. */
export function planRenditions({ video, audio }: SourceFacts, ffmpeg: Pick<Ffmpeg, 'major'>): RenditionPlan {
  return {
    video: video === null ? null : fitsForCopy(video) && keepsTimeStamps(ffmpeg) ? 'copy' : 'encode',
    frameRate: usualRate(video?.frameRate ?? 25),
    height: video?.height ?? 0,
    bitrate: video?.bitrate ?? 0,
    audio: plannedAudio(audio.map(({ language }) => language)),
  };
}

/** Half of what is over thirty: nobody has to see fifty frames of somebody who speaks. */
function usualRate(rate: number): number {
  const wanted = rate > 33 ? rate / 2 : rate;
  return USUAL_RATES.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best));
}

function plannedAudio(languages: readonly (string | null)[]): PlannedAudio[] {
  const planned: PlannedAudio[] = [];
  for (const [stream, language] of languages.entries()) {
    if (planned.length === MOST_LANGUAGES) break;
    if (stream > 0 && (language === null || planned.some((one) => one.language === language))) continue;
    planned.push({ stream, language, name: language === null ? 'Floor' : nameOf(language) });
  }
  return planned;
}

/** A language's name in itself: `فارسی`. */
const nameOf = (language: string): string => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
