/** Where the server gives these sessions as an iCalendar file: for a download, or for a calendar that follows it. */
export function calendarPath(slug: string, sessionIds: Iterable<string>): string {
  const query = new URLSearchParams([...sessionIds].map((id) => ['session', id]));
  return `/api/conferences/${encodeURIComponent(slug)}/calendar.ics?${query.toString()}`;
}

/** The same as an address that calendar programs take as "subscribe to this". */
export function subscribeAddress(path: string, host: string): string {
  return `webcal://${host}${path}`;
}
