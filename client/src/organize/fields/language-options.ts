import type { SearchOption } from './search-input.js';

/** Written beside the languages that have two letters: those that conferences are held in, and varieties that differ in writing. */
const MORE = ['ckb', 'prs', 'fil', 'yue', 'zh-Hans', 'zh-Hant', 'pt-BR', 'sr-Latn', 'tzm', 'zgh'];

/** Every language that has a name in the locale, the wanted ones first. */
export function languageOptions(locale: string, first: readonly string[] = []): SearchOption[] {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
  const tags = new Set([...letters.flatMap((a) => letters.map((b) => a + b)), ...MORE]);
  const { compare } = new Intl.Collator(locale);
  const known = [...tags].flatMap((tag) => {
    const label = names.of(tag);
    return label === undefined || OLD.has(tag) ? [] : [{ value: tag, label, note: tag }];
  });
  const wanted = first.map((tag) => ({ value: tag, label: languageName(tag, locale), note: tag }));
  return [...wanted, ...known.filter(({ value }) => !first.includes(value)).sort((a, b) => compare(a.label, b.label))];
}

/** Earlier codes of languages that are there by another. */
const OLD: ReadonlySet<string> = new Set(['in', 'iw', 'ji', 'jw', 'mo', 'sh', 'tl', 'tw', 'no', 'bh']);

/** The tag itself where it is private or unknown: imported schedules bring such. */
export function languageName(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
