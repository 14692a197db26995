/** When a source was on the air, by the playlist: epoch milliseconds, of the first frame. */
export interface OnAirSeen {
  init: string;
  from: number;
}

/** What a media playlist of a channel says of its sources, which differ by their init segments, one after the other. */
export function sourcesIn(playlist: string): OnAirSeen[] {
  const seen: OnAirSeen[] = [];
  let init: string | null = null;
  for (const line of playlist.split('\n')) {
    init = /^#EXT-X-MAP:URI="([^"]+)"/.exec(line)?.[1] ?? init;
    const time = /^#EXT-X-PROGRAM-DATE-TIME:(.+)$/.exec(line)?.[1];
    if (init !== null && time !== undefined && seen.at(-1)?.init !== init) seen.push({ init, from: Date.parse(time) });
  }
  return seen;
}
