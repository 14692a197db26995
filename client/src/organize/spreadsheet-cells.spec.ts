import { europeanDigits, parseCells } from './spreadsheet-cells.js';

it.each<[string, string, string[][]]>([
  ['cells and lines', 'a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
  ['the line end at the end', 'a\tb\r\n', [['a', 'b']]],
  ['empty cells', '\tb\n', [['', 'b']]],
  ['quotes around tabs and quotes', '"a\t""x"""\tb', [['a\t"x"', 'b']]],
])('parses %s', (_name, text, cells) => {
  expect(parseCells(text)).toEqual(cells);
});

it('parses what is typed with semicolons', () => {
  expect(parseCells('Hall, Lyon;Dome;90\n"a;b";c', ';')).toEqual([['Hall, Lyon', 'Dome', '90'], ['a;b', 'c']]);
});

it('reads Persian and Arabic digits', () => {
  expect(europeanDigits('۱۲:٣٠ 45')).toBe('12:30 45');
});
