import fc from 'fast-check';
import { accentFor, contrast, parse } from './accent.js';

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const surfaces = { light: ['#f6f7f9', '#ffffff', '#eceff3'], dark: ['#12161c', '#1a2028', '#0c1014'] } as const;
const contrastOf = (a: string, b: string): number => {
  const [first, second] = [parse(a), parse(b)];
  return first === null || second === null ? 0 : contrast(first, second);
};

test.each(['light', 'dark'] as const)('any accent can be read in the %s theme', (theme) => {
  fc.assert(
    fc.property(hex, (colour) => {
      const accent = accentFor(colour, theme);
      if (accent === null) return false;
      const grounds = [...surfaces[theme], accent['--accent-soft'], accent['--accent-text']];
      return grounds.every((ground) => contrastOf(accent['--accent'], ground) >= 4.5);
    }),
  );
});

test('a colour that can be read stays as it was given', () => {
  expect(accentFor('#1d5fa8', 'light')?.['--accent']).toBe('#1d5fa8');
});

test('what is no colour is no accent', () => {
  expect(accentFor('red; background: url(x)', 'light')).toBeNull();
});
