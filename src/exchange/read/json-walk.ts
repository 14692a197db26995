import { lineAt } from './decode.js';
import { refuse } from './import-refused.js';
import { LIMITS } from './limits.js';

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws ImportRefused with the line where it is no JSON, or nested too deep */
export function parseJson(source: string): unknown {
  refuseDeep(source);
  try {
    return JSON.parse(source) as unknown;
  } catch (error) {
    const message = (error as Error).message;
    const position = /at position (\d+)/.exec(message)?.[1];
    refuse(position === undefined ? lineAt(source, source.length) : lineAt(source, Number(position)), `Not well-formed JSON: ${message}`);
  }
}

export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** A list, or a single thing where a list was meant, or nothing. */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined || value === '' ? [] : [value];
}

/** A step of a JSON pointer (RFC 6901). */
export function step(pointer: string, key: string | number): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function refuseDeep(source: string): void {
  let depth = 0;
  let inText = false;
  for (let i = 0; i < source.length; i += 1) {
    const code = source.charCodeAt(i);
    if (inText) {
      if (code === 0x5c) i += 1;
      else if (code === 0x22) inText = false;
    } else if (code === 0x22) inText = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > LIMITS.depth) refuse(lineAt(source, i), `Nested deeper than ${LIMITS.depth}.`);
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
}
