import { isMissing, type FieldSpec, type FieldValue } from './field-spec.js';

describe('a field is missing', () => {
  const named = { name: 'it', label: 'It' };
  it.each<[string, FieldSpec, FieldValue, boolean]>([
    ['where a text is empty', { kind: 'text', ...named }, '', true],
    ['where a text is only blank', { kind: 'text', ...named }, '  ', true],
    ['not where it may be', { kind: 'text', optional: true, ...named }, '', false],
    ['where no zone is chosen', { kind: 'zone', ...named }, null, true],
    ['where a number was taken out', { kind: 'number', ...named }, '', true],
    ['not where the number is 0', { kind: 'number', ...named }, 0, false],
    ['where no language is left', { kind: 'languages', ...named }, [], true],
    ['not where a choice has a word for none', { kind: 'choice', empty: 'None', choices: [], ...named }, null, false],
    ['where a choice has none', { kind: 'choice', choices: [], ...named }, null, true],
    ['not where a switch is off', { kind: 'switch', ...named }, false, false],
  ])('%s', (_name, field, value, expected) => {
    expect(isMissing(field, value)).toBe(expected);
  });
});
