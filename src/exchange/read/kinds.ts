import type { SessionKind } from '../../contract/agenda.js';

const WORDS: readonly (readonly [SessionKind, RegExp])[] = [
  ['keynote', /keynote|plenary/],
  ['statement', /lightning|statement|pitch|blitz|ignite|short talk|kurzvortrag/],
  ['panel', /panel|podium|discussion|diskussion|debate|round ?table|fishbowl/],
  ['workshop', /workshop|hands[- ]?on|tutorial|training|meeting|meetup|treffen|hackathon|assembly|self[- ]organi[sz]ed|\bbof\b|birds of a feather/],
  ['performance', /performance|concert|konzert|film|movie|music|musik|\bdj\b|party|theat|show|screening|lesung|reading|comedy|kino/],
  ['break', /break|pause|lunch|dinner|coffee|catering|mittag/],
  ['talk', /talk|lecture|vortrag|presentation|podcast|speech|conf[ée]rence/],
  ['other', /\bother\b|sonstig|andere/],
];

/** Our kind for a type in somebody's own words: the word that comes first decides. Null where none is known. */
export function kindOf(type: string): SessionKind | null {
  const text = type.toLowerCase();
  let found: { kind: SessionKind; at: number } | null = null;
  for (const [kind, words] of WORDS) {
    const at = text.search(words);
    if (at >= 0 && (found === null || at < found.at)) found = { kind, at };
  }
  return found?.kind ?? null;
}
