import type { DemoLanguage, DemoTopic, TrackKey } from '../world.js';

/** A topic in short: kind, title, one sentence about it, and a subtitle where it has one. */
export type Entry = readonly [kind: DemoTopic['kind'], title: string, gist: string, subtitle?: string];

export function topicsOf(language: DemoLanguage, tracks: Partial<Record<TrackKey, readonly Entry[]>>): DemoTopic[] {
  return (Object.entries(tracks) as [TrackKey, readonly Entry[]][]).flatMap(([track, entries]) =>
    entries.map(([kind, title, gist, subtitle = '']) => ({ language, track, kind, title, gist, subtitle })),
  );
}
