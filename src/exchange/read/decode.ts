import { FILE, type Findings } from './findings.js';
import { refuse } from './import-refused.js';
import { LIMITS } from './limits.js';

// what XML 1.0 forbids anywhere, and PostgreSQL or a terminal would choke on: control characters and halves of pairs
 
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Bytes of a file as text: byte order mark, UTF-16 and declared encodings of XML are understood, forbidden characters taken out. */
export function decode(bytes: Uint8Array, findings: Findings): string {
  if (bytes.byteLength > LIMITS.bytes) {
    refuse('line 1', `The file has ${bytes.byteLength} bytes; at most ${LIMITS.bytes} can be imported.`);
  }
  const encoding = encodingOf(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.trim() === '') refuse('line 1', 'The file is empty.');
  if (!isValid(bytes, encoding)) {
    const broken = lineAt(text, text.indexOf('\uFFFD'));
    findings.mended('encoding', { ...FILE, where: broken }, `Not valid ${encoding}: some characters could not be read.`);
  }
  const bad = text.search(FORBIDDEN);
  if (bad < 0) return text;
  findings.mended('control-characters', { ...FILE, where: lineAt(text, bad) }, 'Control characters that no format allows were taken out.');
  return text.replace(FORBIDDEN, '');
}

export function withoutForbidden(text: string): string {
  return text.replace(FORBIDDEN, '');
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [, declared] = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head) ?? [];
  if (declared === undefined) return 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return 'utf-8';
  }
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

export function lineAt(text: string, index: number): string {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < index; i = text.indexOf('\n', i + 1)) line += 1;
  return `line ${line}`;
}
