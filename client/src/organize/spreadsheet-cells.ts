/**
 * The cells that a spreadsheet puts on the clipboard: tabs between them, quotes around what holds tabs, lines or quotes.
 * @param separator between cells; a semicolon where they are typed by hand, where the Tab key leaves the field
 */
export function parseCells(text: string, separator: '\t' | ';' = '\t'): string[][] {
  const body = text.replace(/\r?\n$/, '');
  const rows: string[][] = [[]];
  const cell = new RegExp(`"((?:[^"]|"")*)"(?=[${separator}\\r\\n]|$)|([^${separator}\\r\\n]*)`, 'y');
  for (let at = 0; ; ) {
    cell.lastIndex = at;
    const [whole = '', quoted, plain = ''] = cell.exec(body) ?? [];
    rows.at(-1)!.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (at >= body.length) return rows;
    if (body[at] === separator) at += 1;
    else {
      at += body.startsWith('\r\n', at) ? 2 : 1;
      rows.push([]);
    }
  }
}

/** With European digits, whichever were typed. */
export const europeanDigits = (text: string): string => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
