import { foldText } from './fold-text.js';

test.each([
  ['diacritics', 'Montréal', 'montreal'],
  ['letters with a mark inside', 'Łódź Straße Ørsted', 'lodz strasse orsted'],
  ['Arabic yeh and kaf for Persian ones', 'كتابي', 'کتابی'],
  ['alef with hamza or madda', 'أآإ', 'ااا'],
  ['vowel marks', 'مُحَمَّد', 'محمد'],
  ['a zero-width non-joiner', 'می\u200cشود', 'میشود'],
  ['kashida', 'ســلام', 'سلام'],
  ['Persian and Arabic digits', '۱۲۳ ٤٥٦', '123 456'],
  ['full-width forms', 'ＡＢＣ', 'abc'],
])('%s', (_case, text, folded) => {
  expect(foldText(text)).toBe(folded);
});
