import type { Problem } from '@contract/problem.js';
import { askForSecondFactor } from './step-up.js';

/** The server refused, and said why; or it could not be asked (`problem` is null). */
export class RequestRefused extends Error {
  constructor(
    readonly problem: Problem | null,
    message: string,
  ) {
    super(message);
    this.name = 'RequestRefused';
  }

  /** `not-allowed`, `invalid-input`, …; null where the server could not be asked. */
  get code(): string | null {
    return this.problem?.type.replace('urn:meridian:problem:', '') ?? null;
  }
}

/** What the server says about one field, by its JSON pointer (`/email`). */
export function fieldError(error: unknown, path: string): string | undefined {
  return error instanceof RequestRefused ? error.problem?.errors?.find((one) => one.path === path)?.message : undefined;
}

/**
 * Asks our API with JSON. Where the server wants a second factor, the reader is asked for it, and then the same is asked again.
 * @throws RequestRefused
 */
export async function askApi<T = void>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  try {
    return await askOnce<T>(method, path, body);
  } catch (error) {
    if (error instanceof RequestRefused && error.code === 'second-factor-required' && (await askForSecondFactor())) return await askOnce<T>(method, path, body);
    throw error;
  }
}

async function askOnce<T>(method: string, path: string, body: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }) });
  } catch {
    throw new RequestRefused(null, 'the server did not answer');
  }
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  const answer: unknown = isJson ? await response.json() : undefined;
  if (!response.ok) throw new RequestRefused(isJson ? (answer as Problem) : null, `${method} ${path} answered ${response.status}`);
  return answer as T;
}
