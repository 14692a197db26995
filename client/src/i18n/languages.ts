import type { Resources } from './resources.js';

export interface Language {
  tag: 'en' | 'fa';
  /** In the language itself. */
  name: string;
  direction: 'ltr' | 'rtl';
  load: () => Promise<{ default: Resources }>;
}

/** The languages of the page; the first one where nothing else fits. A new one is a folder beside these and a line here. */
export const LANGUAGES: readonly [Language, ...Language[]] = [
  { tag: 'en', name: 'English', direction: 'ltr', load: () => import('./en/resources.js') },
  { tag: 'fa', name: 'فارسی', direction: 'rtl', load: () => import('./fa/resources.js') },
];

/** The first wanted language that we have, by its main tag: `fa-AF` gets `fa`. */
export function chooseLanguage(wanted: readonly (string | null | undefined)[]): Language {
  for (const tag of wanted) {
    const main = tag?.toLowerCase().split('-')[0];
    const known = LANGUAGES.find((language) => language.tag === main);
    if (known !== undefined) return known;
  }
  return LANGUAGES[0];
}
