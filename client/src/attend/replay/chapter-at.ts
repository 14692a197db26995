import type { Chapter } from '@contract/recordings.js';

/** Closer than this to its beginning one goes to the talk before, in seconds. */
const JUST_BEGUN = 3;

/** A media element is not always to the frame where it was sent: seconds. */
const ABOUT = 0.25;

/** The talk that is on at that second; null before the first, and where there is none. */
export function chapterAt(chapters: readonly Chapter[], at: number): Chapter | null {
  return chapters.findLast((chapter) => chapter.at <= at + ABOUT) ?? null;
}

export function chapterAfter(chapters: readonly Chapter[], at: number): Chapter | null {
  return chapters.find((chapter) => chapter.at > at + ABOUT) ?? null;
}

/** To the beginning of what is on; where that has just begun, of what was before. */
export function chapterBefore(chapters: readonly Chapter[], at: number): Chapter | null {
  return chapterAt(chapters, at - JUST_BEGUN) ?? chapters[0] ?? null;
}
