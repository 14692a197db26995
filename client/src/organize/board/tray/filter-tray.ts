import { foldText } from '../../../ui/fold-text.js';
import type { BoardEntry } from '../model/board-index.js';

export interface TrayFilter {
  text: string;
  tracks: ReadonlySet<string>;
  languages: ReadonlySet<string>;
  speakers: ReadonlySet<string>;
  kinds: ReadonlySet<string>;
}

export const EVERYTHING: TrayFilter = { text: '', tracks: new Set(), languages: new Set(), speakers: new Set(), kinds: new Set() };

/** The sessions that a filter leaves. Words are looked for in titles and speakers' names; all of them have to be there. */
export function filterTray(entries: readonly BoardEntry[], { text, tracks, languages, speakers, kinds }: TrayFilter): readonly BoardEntry[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  const has = (chosen: ReadonlySet<string>, value: string | null): boolean => chosen.size === 0 || (value !== null && chosen.has(value));
  return entries.filter(({ session, speakers: own }) => {
    if (!has(tracks, session.trackId) || !has(languages, session.language) || !has(kinds, session.kind)) return false;
    if (speakers.size > 0 && !own.some(({ id }) => speakers.has(id))) return false;
    if (words.length === 0) return true;
    const held = foldText([session.title, ...own.map(({ name }) => name)].join(' '));
    return words.every((word) => held.includes(word));
  });
}
