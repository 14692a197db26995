import { LanguageTag } from '../../contract/scalars.js';

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries({
  english: 'en', englisch: 'en', german: 'de', deutsch: 'de', french: 'fr', français: 'fr', francais: 'fr', französisch: 'fr',
  spanish: 'es', español: 'es', italian: 'it', italiano: 'it', dutch: 'nl', nederlands: 'nl', portuguese: 'pt', português: 'pt',
  polish: 'pl', polski: 'pl', czech: 'cs', čeština: 'cs', persian: 'fa', farsi: 'fa', فارسی: 'fa', arabic: 'ar', العربية: 'ar',
  russian: 'ru', turkish: 'tr', türkçe: 'tr', ukrainian: 'uk', chinese: 'zh', japanese: 'ja',
}));

export interface ReadLanguage { tag: string | null; asGiven: boolean }

/**
 * A language in somebody's own spelling as a canonical BCP 47 tag: `DE`, `de_DE`, `de-formal`, `Deutsch`, `de/en` (the first).
 * `tag` is null where none is meant or known; `asGiven` is false where the file said something else than what was understood.
 */
export function readLanguage(given: string): ReadLanguage {
  if (given === '') return { tag: null, asGiven: true };
  const first = given.split(/[,;/|&]/)[0]?.trim() ?? '';
  const named = NAMES.get(first.toLowerCase());
  if (named !== undefined) return { tag: named, asGiven: false };
  // pretalx knows "de-formal": a tone, not a language
  const text = first.replaceAll('_', '-').replace(/-(in)?formal$/i, '');
  const tag = /^[a-z]{2,3}(-|$)/i.test(text) ? remembered(text) : null;
  return { tag, asGiven: tag === given };
}

// canonicalising is slow, and a file says the same few languages a thousand times
const MOST_REMEMBERED = 500;
const known = new Map<string, string | null>();

function remembered(text: string): string | null {
  const held = known.get(text);
  if (held !== undefined) return held;
  const tag = canonical(text);
  if (known.size < MOST_REMEMBERED) known.set(text, tag);
  return tag;
}

function canonical(text: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(text);
    return tag !== undefined && LanguageTag.safeParse(tag).success && isKnown(tag) ? tag : null;
  } catch {
    return null;
  }
}

const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const isKnown = (tag: string): boolean => names.of(new Intl.Locale(tag).language) !== undefined;
