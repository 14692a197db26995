import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const AGGREGATE = /[\\/]react-(?:aria|stately|aria-components)[\\/]dist[\\/]private[\\/](?:(\w+)[\\/])?intlStrings\.mjs$/;
const PERSIAN = fileURLToPath(new URL('../src/i18n/fa/react-aria.json', import.meta.url));

/**
 * React Aria brings its few hidden words ("Dismiss") in 34 languages, all of them in the page, and Persian not among
 * them. This leaves English, and adds our Persian for the parts that we use.
 */
export function reactAriaStrings(): Plugin {
  return {
    name: 'meridian:react-aria-strings',
    enforce: 'pre',
    transform(code, id) {
      const part = AGGREGATE.exec(id.split('?')[0] ?? '');
      if (part === null) return null;
      const english = /from "([^"]*en-US\.mjs)"/.exec(code)?.[1];
      const name = /export \{\s*\S+ as (\w+)\s*\}/.exec(code)?.[1];
      if (english === undefined || name === undefined) this.error(`unexpected strings of React Aria in ${id}`);
      const texts = JSON.parse(readFileSync(PERSIAN, 'utf8')) as Record<string, Record<string, string>>;
      const persian = texts[part[1] ?? 'components'] ?? {};
      this.addWatchFile(PERSIAN);
      return {
        code: `import english from '${english}';\nconst strings = { 'en-US': english, 'fa-IR': { ...english, ...${JSON.stringify(persian)} } };\nexport { strings as ${name} };`,
        map: null,
      };
    },
  };
}
