/** Titles are hostile text: one line each, or they would write the rest of the message. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** An instant by the clock of a zone, with the zone: `Wednesday 25 November 2026 at 10:20 (Europe/Paris)`. */
export function timeIn(zone: string, language: string, instant: string, dateStyle: 'full' | 'medium' = 'full'): string {
  const locale = language.startsWith('fa') ? 'fa-IR' : language;
  return `${new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short', timeZone: zone }).format(new Date(instant))} (${zone})`;
}
