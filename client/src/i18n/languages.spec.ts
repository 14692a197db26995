import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = join(process.cwd(), 'client/src/i18n');
const languages = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
const namespaces = readdirSync(join(here, 'en')).filter((name) => name.endsWith('.json'));

const read = (language: string, namespace: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(here, language, namespace), 'utf8')) as Record<string, unknown>;

/** Keys without their plural's ending: a language has the forms that it needs. */
function keysOf(texts: Record<string, unknown>, path = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value as Record<string, unknown>, `${path}${key}.`)
      : [`${path}${key.replace(/_(zero|one|two|few|many|other)$/, '')}`],
  );
}

function textsOf(texts: Record<string, unknown>, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : textsOf(value as Record<string, unknown>, `${path}${key}.`),
  );
}

describe.each(languages.flatMap((language) => namespaces.map((namespace) => [language, namespace] as const)))('%s/%s', (language, namespace) => {
  test('has the keys that English has', () => {
    const wanted = [...new Set(keysOf(read('en', namespace)))].sort();
    expect([...new Set(keysOf(read(language, namespace)))].sort()).toEqual(wanted);
  });

  test('fills in what English fills in', () => {
    const slots = (text: string): string[] => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();
    const english = new Map(textsOf(read('en', namespace)));
    for (const [key, text] of textsOf(read(language, namespace))) {
      // a plural's form may leave the number out: "one session"
      const base = english.get(key) ?? english.get(key.replace(/_\w+$/, '_other')) ?? '';
      expect({ key, unknown: slots(text).filter((slot) => !slots(base).includes(slot) && slot !== 'count') }).toEqual({ key, unknown: [] });
    }
  });

  test('has every plural form of its language', () => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const keys = new Set(textsOf(read(language, namespace)).map(([key]) => key));
    for (const key of keys) {
      const plural = /^(.*)_other$/.exec(key);
      if (plural !== null) for (const form of forms) expect(keys).toContain(`${plural[1]}_${form}`);
    }
  });
});
