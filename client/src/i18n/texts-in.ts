import i18next, { type TFunction } from 'i18next';
import type { Language } from './languages.js';
import type { Resources } from './resources.js';

/** The words of one namespace in a language, whichever the page is in: for what is written for others. */
export async function textsIn<N extends keyof Resources>(language: Language, namespace: N): Promise<TFunction<N>> {
  const { default: texts } = await language.load();
  i18next.addResourceBundle(language.tag, namespace, texts[namespace]);
  return i18next.getFixedT(language.tag, namespace);
}
