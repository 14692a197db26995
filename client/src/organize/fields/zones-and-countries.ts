import type { SearchOption } from './search-input.js';

/** Every zone that the browser knows, with the offset that it has now. */
export function zoneOptions(locale: string, now: number): SearchOption[] {
  return Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' '), note: offsetOf(zone, locale, now) }));
}

function offsetOf(zone: string, locale: string, now: number): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(now);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** Every country by its name in the locale: of all pairs of letters, those that have one. */
export function countryOptions(locale: string): SearchOption[] {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const options = letters.flatMap((a) =>
    letters.flatMap((b) => {
      const label = UNASSIGNED.test(a + b) ? undefined : names.of(a + b);
      return label === undefined ? [] : [{ value: a + b, label, note: a + b }];
    }),
  );
  const { compare } = new Intl.Collator(locale);
  return options.sort((a, b) => compare(a.label, b.label));
}

/** Codes that have a name and are no country: groups, the world, and old ones. */
const UNASSIGNED = /^(EU|EZ|UN|QO|X.|ZZ|AN|BU|CS|DD|FX|NT|SU|TP|YD|YU|ZR|VD|RH|HV|DY|NH|CP|DG|EA|IC|TA|AC|CQ|UK)$/;

export function countryName(code: string | null, locale: string): string {
  return code === null ? '' : (new Intl.DisplayNames(locale, { type: 'region' }).of(code) ?? code);
}
