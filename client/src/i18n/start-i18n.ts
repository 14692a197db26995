import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLanguage, type Language } from './languages.js';

const STORED = 'meridian.language';

/** Loads the reader's language, and only that one: `?lang=`, else what they chose before, else what their browser prefers. */
export async function startI18n(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  const language = chooseLanguage([asked, readStored(), ...navigator.languages]);
  const { default: texts } = await language.load();
  await i18next.use(initReactI18next).init({
    lng: language.tag,
    fallbackLng: false,
    defaultNS: 'common',
    resources: { [language.tag]: { ...texts } },
    // React escapes what it shows
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  dress(language);
}

export async function changeLanguage(language: Language): Promise<void> {
  const { default: texts } = await language.load();
  for (const [namespace, keys] of Object.entries(texts)) i18next.addResourceBundle(language.tag, namespace, keys);
  await i18next.changeLanguage(language.tag);
  dress(language);
  try {
    localStorage.setItem(STORED, language.tag);
  } catch {
    // storage is off: the choice holds for this visit
  }
}

function dress(language: Language): void {
  document.documentElement.lang = language.tag;
  document.documentElement.dir = language.direction;
}

function readStored(): string | null {
  try {
    return localStorage.getItem(STORED);
  } catch {
    return null;
  }
}
