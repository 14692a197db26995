/** Formats for people in one locale. Instants are epoch milliseconds, zones IANA names. */
export interface Format {
  locale: string;
  time: (instant: number, zone: string) => string;
  timeRange: (start: number, end: number, zone: string) => string;
  /** Tuesday, 24 November. */
  day: (instant: number, zone: string) => string;
  /** Tue 24 Nov. */
  shortDay: (instant: number, zone: string) => string;
  /** Tuesday, 24 November at 14:00. */
  dateTime: (instant: number, zone: string) => string;
  /** From one date to another, given as `2026-11-24`. */
  dates: (from: string, to: string) => string;
  /** CET, GMT+1: as short as the locale has it, at that instant. */
  zoneName: (zone: string, instant: number) => string;
  number: (value: number) => string;
  /** 45 min; 1 hr 30 min. */
  duration: (minutes: number) => string;
  /** In 5 minutes, 2 hours ago: from milliseconds, negative in the past. */
  relative: (milliseconds: number) => string;
  /** Each item isolated, so that a Persian name in an English list leaves the others where they are. */
  list: (items: readonly string[]) => string;
  /** The language's name in the locale; the tag itself where it is unknown. */
  language: (tag: string) => string;
  compare: (a: string, b: string) => number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const held = new Map<string, Format>();

/** The formats of a locale. Making an Intl formatter is dear: each is made once. */
export function formatFor(locale: string): Format {
  let format = held.get(locale);
  if (format === undefined) held.set(locale, (format = createFormat(locale)));
  return format;
}

function createFormat(locale: string): Format {
  const dates = new Map<string, Intl.DateTimeFormat>();
  const dateFormat = (name: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = `${name} ${zone}`;
    let format = dates.get(key);
    if (format === undefined) dates.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone })));
    return format;
  };
  // 09:00 and 00:30 where the clock has 24 hours, 9:00 am where it has 12
  const hour = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle === 'h23' ? '2-digit' : 'numeric';
  const time = (zone: string) => dateFormat('time', zone, { hour, minute: '2-digit' });
  const number = new Intl.NumberFormat(locale);
  const hours = new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'short' });
  const minutesOf = new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const languages = new Intl.DisplayNames(locale, { type: 'language' });
  const languageNames = new Map<string, string>();
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });

  return {
    locale,
    time: (instant, zone) => time(zone).format(instant),
    timeRange: (start, end, zone) => {
      const format = time(zone);
      // formatRange writes the dates too when the two are on different days, which a row has no room for
      const short = end - start < 12 * HOUR && dayNumber(start, zone) === dayNumber(end, zone);
      return short ? format.formatRange(start, end) : `${format.format(start)}${between()}${format.format(end)}`;
    },
    day: (instant, zone) => dateFormat('day', zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(instant),
    shortDay: (instant, zone) => dateFormat('short-day', zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(instant),
    dateTime: (instant, zone) =>
      dateFormat('date-time', zone, { weekday: 'long', day: 'numeric', month: 'long', hour, minute: '2-digit' }).format(instant),
    dates: (from, to) =>
      dateFormat('dates', 'UTC', { day: 'numeric', month: 'long', year: 'numeric' }).formatRange(Date.parse(from), Date.parse(to)),
    zoneName: (zone, instant) =>
      dateFormat('zone', zone, { timeZoneName: 'short' })
        .formatToParts(instant)
        .find((part) => part.type === 'timeZoneName')?.value ?? zone,
    number: (value) => number.format(value),
    duration: (minutes) => {
      const whole = Math.floor(minutes / 60);
      const rest = Math.round(minutes % 60);
      return [whole > 0 ? hours.format(whole) : '', rest > 0 || whole === 0 ? minutesOf.format(rest) : ''].filter(Boolean).join(' ');
    },
    relative: (milliseconds) => {
      const size = Math.abs(milliseconds);
      if (size < MINUTE) return relative.format(Math.trunc(milliseconds / 1_000), 'second');
      if (size < HOUR) return relative.format(Math.trunc(milliseconds / MINUTE), 'minute');
      if (size < DAY) return relative.format(Math.trunc(milliseconds / HOUR), 'hour');
      return relative.format(Math.trunc(milliseconds / DAY), 'day');
    },
    list: (items) => list.format(items.map(isolate)),
    language: (tag) => {
      let name = languageNames.get(tag);
      if (name === undefined) languageNames.set(tag, (name = nameOf(tag)));
      return name;
    },
    compare: (a, b) => collator.compare(a, b),
  };

  /** What the locale puts between the ends of a range: ` – `, ` تا `. */
  function between(): string {
    const parts = time('UTC').formatRangeToParts(0, HOUR);
    const from = parts.findLastIndex(({ source }) => source === 'startRange');
    return parts.find(({ type, source }, index) => index > from && type === 'literal' && source === 'shared')?.value ?? ' – ';
  }

  function nameOf(tag: string): string {
    try {
      return languages.of(tag) ?? tag;
    } catch {
      // hostile or private tags come in with imported schedules
      return tag;
    }
  }

  function dayNumber(instant: number, zone: string): string {
    return dateFormat('day-number', zone, { year: 'numeric', month: 'numeric', day: 'numeric' }).format(instant);
  }
}

/** The reader's own variety of the page's language (en-AU writes dates as Australians do), else a neutral one. */
export function localeFor(language: string, preferred: readonly string[]): string {
  const own = preferred.find((tag) => tag.toLowerCase().split('-')[0] === language && isLocale(tag));
  return own ?? (language === 'en' ? 'en-GB' : language);
}

/** Text of either direction, to stand in a sentence of the other: Unicode's "first strong isolate". */
export const isolate = (text: string): string => `\u2068${text}\u2069`;

function isLocale(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}
