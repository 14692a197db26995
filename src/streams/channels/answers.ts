import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ProblemError } from '../../platform/problems/problem-error.js';

/**
 * Who has the address may watch: no cookie says so, so that pages and caches elsewhere may pass it on, and other origins may read it.
 */
const OPEN = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'x-content-type-options': 'nosniff',
} as const;
const OPEN_LIST = Object.entries(OPEN).flat();

const METHODS = 'GET, HEAD, OPTIONS';
/** Seconds that a browser need not ask again whether it may ask. */
const PREFLIGHT = '86400';

/**
 * Sends what is in memory, to HEAD its headers only. A text is ASCII: one character is one byte, and headers and text leave in one piece.
 * @param more headers, as a list of names and values in turn
 */
export function answer(request: IncomingMessage, response: ServerResponse, type: string, cacheControl: string, body: readonly Buffer[] | string, more: readonly string[] = []): void {
  const length = typeof body === 'string' ? body.length : body.reduce((sum, piece) => sum + piece.length, 0);
  // a list is cheaper than an object, which is looked through name by name
  response.writeHead(200, [...OPEN_LIST, 'content-type', type, 'content-length', String(length), 'cache-control', cacheControl, ...more]);
  if (request.method === 'HEAD') response.end();
  else if (typeof body === 'string') response.end(body, 'latin1');
  else endWith(response, body);
}

/** One write to the system for all of them; as one piece, where they lie side by side. */
function endWith(response: ServerResponse, pieces: readonly Buffer[]): void {
  const whole = sideBySide(pieces);
  if (whole !== null) {
    response.end(whole);
    return;
  }
  response.cork();
  for (const piece of pieces) response.write(piece);
  response.end();
  response.uncork();
}

function sideBySide(pieces: readonly Buffer[]): Buffer | null {
  const [first] = pieces;
  if (first === undefined || pieces.length === 1) return first ?? null;
  let end = first.byteOffset;
  for (const { buffer, byteOffset, length } of pieces) {
    if (buffer !== first.buffer || byteOffset !== end) return null;
    end += length;
  }
  return Buffer.from(first.buffer, first.byteOffset, end - first.byteOffset);
}

export function refuse(request: IncomingMessage, response: ServerResponse, { problem }: ProblemError, cacheControl = 'no-store'): void {
  const body = Buffer.from(JSON.stringify(problem));
  response.writeHead(problem.status, {
    ...OPEN, 'content-type': 'application/problem+json; charset=utf-8', 'content-length': body.length, 'cache-control': cacheControl,
    ...(problem.retryAfter === undefined ? {} : { 'retry-after': String(problem.retryAfter) }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Answers what asks for nothing to watch: preflights, other methods. True: it is answered. */
export function answeredByMethod(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  const isPreflight = request.method === 'OPTIONS';
  response.writeHead(isPreflight ? 204 : 405, { ...OPEN, allow: METHODS, 'access-control-allow-methods': METHODS, 'access-control-max-age': PREFLIGHT });
  response.end();
  // a body that nobody reads must not hold the connection
  if (!isPreflight) request.resume();
  return true;
}
