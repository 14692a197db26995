/** The digits of a text as 0 to 9, whether typed in Latin, Persian or Arabic ones, with blanks or without. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0)).replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)).replace(/\D/g, '');
}
