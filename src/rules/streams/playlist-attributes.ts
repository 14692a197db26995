const ATTRIBUTE = /\s*([A-Z0-9-]{1,64})\s*=\s*(?:"([^"]*)"|([^",]*))\s*(?:,|$)/y;
const MOST_ATTRIBUTES = 60;
/** Characters of an address. */
const MOST_URL = 4_096;

/** `A=1,B="x, y"`, as far as it can be read; the first of a name counts. */
export function attributesOf(list: string): Map<string, string> {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  for (let count = 0; count < MOST_ATTRIBUTES && ATTRIBUTE.lastIndex < list.length; count += 1) {
    const match = ATTRIBUTE.exec(list);
    if (match === null) break;
    const [, name, quoted, plain] = match;
    if (!attributes.has(name!)) attributes.set(name!, quoted ?? plain!.trim());
  }
  return attributes;
}

/** Above zero and not above `most`; null otherwise. */
export function decimal(text: string, most: number): number | null {
  if (!/^\s*\d{1,12}(?:\.\d{0,12})?\s*$/.test(text)) return null;
  const value = Number(text);
  return value > 0 && value <= most ? value : null;
}

export function wholeNumber(text: string | undefined): number | null {
  const value = text !== undefined && /^\s*\d{1,16}\s*$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : null;
}

/** Epoch in milliseconds; null where it is no date. */
export function instantOf(text: string): number | null {
  const value = text.length > 40 ? NaN : Date.parse(text);
  return Number.isNaN(value) ? null : value;
}

/** `LENGTH@OFFSET`, the offset left out or not. */
export function pieceOf(text: string): { length: number; offset: number | null } | null {
  const [length, offset] = text.split('@', 2).map(wholeNumber);
  return length === undefined || length === null || length === 0 || offset === null ? null : { length, offset: offset ?? null };
}

/** An absolute address without a fragment, or null where it is none that we would ask: other schemes, credentials, too long. */
export function resolved(uri: string, base: string): string | null {
  if (uri === '' || uri.length > MOST_URL) return null;
  try {
    const url = new URL(uri, base);
    url.hash = '';
    const asked = (url.protocol === 'http:' || url.protocol === 'https:') && url.username === '' && url.password === '';
    return asked ? url.href : null;
  } catch {
    return null;
  }
}
