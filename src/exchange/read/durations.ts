import { LIMITS } from './limits.js';

/** `canonical`: hours and minutes as the formats want them. `odd`: understood, but written another way. */
export type ReadDuration = { minutes: number; spelling: 'canonical' | 'odd' } | null;

/** A duration in minutes: `00:45`, `1:30`, `00:45:00`, `24:00` and more, `90`, `1h30`, `PT1H30M`. Null where it is none, is 0 or beyond the limit. */
export function readDuration(value: string | number): ReadDuration {
  const read = typeof value === 'number' ? odd(value) : parse(value.trim());
  if (read === null || !Number.isFinite(read.minutes)) return null;
  const minutes = Math.round(read.minutes * 60) / 60;
  return minutes > 0 && minutes <= LIMITS.minutes ? { minutes, spelling: read.spelling } : null;
}

/** Characters. What is longer is none, and a pattern must not be tried on megabytes of blanks. */
const LONGEST = 60;

function parse(text: string): ReadDuration {
  if (text.length > LONGEST) return null;
  const clock = /^(\d{1,3}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(text);
  if (clock !== null) {
    const [, hours, minutes, seconds] = clock;
    return { minutes: Number(hours) * 60 + Number(minutes) + Number(seconds ?? 0) / 60, spelling: 'canonical' };
  }
  const plain = /^(\d{1,6}(?:\.\d+)?)\s*(?:m|min|mins|minutes|minuten)?\.?$/i.exec(text);
  if (plain !== null) return odd(Number(plain[1]));
  const iso = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?$/i.exec(text);
  const words = /^(?:(\d{1,3})\s*d)?\s*(?:(\d{1,4})\s*h(?:ours?)?)?\s*(?:(\d{1,6})\s*(?:m(?:in)?)?)?$/i.exec(text);
  const parts = iso ?? words;
  if (parts === null || text === '') return null;
  const [, days, hours, minutes, seconds] = parts.map((part: string | undefined) => Number(part ?? 0));
  return odd((days ?? 0) * 1_440 + (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60);
}

const odd = (minutes: number): ReadDuration => ({ minutes, spelling: 'odd' });
