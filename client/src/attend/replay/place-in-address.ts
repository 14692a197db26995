const CLOCK = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})$/;
const UNITS = /^(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s)?$/;
const SECONDS = /^\d{1,6}(?:\.\d{1,3})?$/;

/** The second that an address names: `?t=754`, `#t=754`, `?t=12:34`, `?t=12m34s`. Null where it names none. */
export function placeInAddress(search: string, hash: string): number | null {
  const named = new URLSearchParams(search).get('t') ?? new URLSearchParams(hash.replace(/^#/, '')).get('t') ?? '';
  if (SECONDS.test(named)) return Number(named);
  const parts = CLOCK.exec(named) ?? (named === '' ? null : UNITS.exec(named));
  if (parts === null) return null;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map((part: string | undefined) => Number(part ?? 0));
  return hours * 3_600 + minutes * 60 + seconds;
}

/** The same page, opened at that second. */
export function addressAt(page: string, at: number): string {
  const address = new URL(page);
  address.hash = '';
  address.searchParams.set('t', String(Math.floor(at)));
  return address.href;
}
