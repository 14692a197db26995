import { RequestRefused } from '../../account/ask-api.js';

/** Why somebody may not watch, by what they can do about it. */
export type Refusal =
  /** Nobody in particular: who they are decides. */
  | 'sign-in'
  /** Known, and without a ticket. */
  | 'register'
  /** There is no such channel any more. */
  | 'gone'
  /** The server gave an address and does not know it: worth asking again. */
  | 'ask-again';

/** Null where the server could not be asked, or is not able to answer now: worth trying again by itself. */
export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof RequestRefused) || error.problem === null) return null;
  switch (error.problem.status) {
    case 401:
      return 'sign-in';
    case 403:
      return 'register';
    case 404:
    case 410:
      return 'gone';
    default:
      return null;
  }
}
