import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contrast, parse } from './accent.js';

const css = readFileSync(join(process.cwd(), 'client/src/app/theme/tokens.css'), 'utf8');

function tokensOf(selector: string): Record<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`));
  return Object.fromEntries([...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
}

describe.each([['light', ':root'], ['dark', "[data-theme='dark']"]])('%s', (_theme, selector) => {
  const tokens = tokensOf(selector);
  const colour = (name: string) => parse(tokens[name] ?? '') ?? [0, 0, 0];
  const surfaces = ['surface', 'surface-raised', 'surface-sunken'];
  const pairs = [
    ...['text', 'text-muted', 'accent', 'ok', 'warn', 'bad', 'live', 'changed'].flatMap((text) => surfaces.map((ground) => [text, ground])),
    ...['accent', 'ok', 'warn', 'bad', 'live', 'changed'].map((text) => [text, `${text}-soft`]),
    ...['accent', 'ok', 'warn', 'bad', 'live', 'changed'].map((ground) => ['text', `${ground}-soft`]),
    ['accent', 'accent-text'],
  ];
  test.each(pairs)('%s can be read on %s', (text = '', ground = '') => {
    expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(surfaces)('the edge of a control can be seen on %s', (ground) => {
    expect(contrast(colour('line-strong'), colour(ground))).toBeGreaterThanOrEqual(3);
  });
});
