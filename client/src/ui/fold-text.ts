/** Letters that carry their mark inside, so that Unicode does not take it off. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', æ: 'ae', œ: 'oe', ı: 'i', ħ: 'h',
  // Arabic and Persian keyboards write the same letter differently
  ي: 'ی', ى: 'ی', ك: 'ک', ة: 'ه', ۀ: 'ه', ە: 'ه', ٱ: 'ا',
};
const FOLDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/**
 * A text as it is compared in a search: lower case, without diacritics and vowel marks, one spelling for letters that
 * Arabic and Persian keyboards write differently, European digits, no joiners and no kashida.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\u200c\u200d\u200e\u200f\u0640]/gu, '')
    .replace(FOLDED, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
