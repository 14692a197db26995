import type { Problem } from '../../contract/problem.js';

/** An expected refusal. Anything else that is thrown is a bug, and is logged with its cause. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

const TITLES = {
  'invalid-input': [400, 'The request is not valid'],
  'token-required': [401, 'Sign-in is needed'],
  'second-factor-required': [403, 'A second factor is needed'],
  'not-allowed': [403, 'This is not allowed'],
  'sign-in-other-browser': [403, 'This was asked for in another browser'],
  'not-found': [404, 'Not found'],
  'conflict': [409, 'This clashes with what is there'],
  'room-overlap': [409, 'The room is taken at that time'],
  'speaker-overlap': [409, 'A speaker is elsewhere at that time'],
  'travel-time': [409, 'The way is too long'],
  'speaker-unavailable': [409, 'A speaker is not available at that time'],
  'room-closed': [409, 'The room is closed at that time'],
  'outside-satellite-window': [409, 'The satellite is not booked at that time'],
  'uplink-overbooked': [409, 'The uplinks carry no more at that time'],
  'blocking-findings': [409, 'The draft is not ready for a release'],
  'draft-conflict': [409, 'Somebody else was faster'],
  'still-in-use': [409, 'This is still in use'],
  'not-published': [409, 'This session is not published'],
  'draft-edited': [409, 'The draft was edited meanwhile'],
  'stale-preview': [409, 'The agenda changed meanwhile'],
  'day-conflict': [409, 'This breaks something else'],
  'changed-since': [409, 'This was changed since'],
  'not-revertible': [409, 'This can’t be taken back'],
  'sign-in-first': [409, 'Sign in first'],
  'sign-in-used': [410, 'This was used already'],
  'sign-in-expired': [410, 'This is no longer valid'],
  'changes-folded': [410, 'Those changes are no longer kept'],
  'too-large': [413, 'The request is too large'],
  'import-refused': [422, 'The file was not imported'],
  'import-held': [409, 'The import waits for a decision'],
  'code-wrong': [422, 'The code is not right'],
  'passkey-refused': [422, 'The passkey was not accepted'],
  'protocol-outdated': [426, 'This page is older than the server'],
  'too-many-tries': [429, 'Too many wrong codes'],
  'too-many-requests': [429, 'Too many requests'],
  'internal': [500, 'Something went wrong here'],
  'unavailable': [503, 'Not available at the moment'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof TITLES;

/** Builds every problem of the application: one place for types, titles and statuses. `detail` says what to do. */
export function problem(code: ProblemCode, detail: string, more: Omit<Partial<Problem>, 'type' | 'title' | 'status' | 'detail'> = {}): ProblemError {
  const [status, title] = TITLES[code];
  return new ProblemError({ type: problemType(code), title, status, detail, ...more });
}

export function problemType(code: ProblemCode): string {
  return `urn:meridian:problem:${code}`;
}
