/** Seconds as a playlist says them: to the hundredth of a millisecond, without needless zeros. */
export function seconds(value: number): string {
  return String(Number(value.toFixed(5)));
}

/** Programme date-time, of epoch milliseconds; parts of a millisecond are dropped. */
export function dateTime(epoch: number): string {
  return new Date(epoch).toISOString();
}

/** A quoted attribute of any text: quotation marks and line ends would end it. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '\u2019').replaceAll(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')}"`;
}
