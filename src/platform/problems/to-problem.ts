import { HttpException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { Problem } from '../../contract/problem.js';
import { problem, ProblemError } from './problem-error.js';

/** Turns whatever was thrown into what may be told. Used by routes and socket commands alike. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (isDatabaseGone(error)) {
    return problem('unavailable', 'The database does not answer. Nothing was changed; try again in a moment.', { retryAfter: 5 }).problem;
  }
  if (error instanceof QueryFailedError) return fromConstraint(error as QueryFailedError) ?? internal();
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status < 500) return fromStatus(status, (error as Error).message);
  return internal();
}

const internal = (): Problem =>
  problem('internal', 'An error in the server stopped this; nothing was changed. The request id below finds it in the log.').problem;

function fromStatus(status: number, message: string): Problem {
  switch (status) {
    case 401:
      return problem('token-required', message).problem;
    case 403:
      return problem('not-allowed', message).problem;
    case 404:
      return problem('not-found', message).problem;
    case 413:
      return problem('too-large', message).problem;
    case 429:
      return problem('too-many-requests', message).problem;
    default:
      return status >= 500 ? internal() : { ...problem('invalid-input', message).problem, status };
  }
}

/** Constraints that a person can run into, and that no use case explained better. */
function fromConstraint(error: QueryFailedError): Problem | null {
  const { code, detail } = error.driverError as { code?: string; detail?: string };
  if (code === '23505') return problem('conflict', `Something with that name or key exists already. ${detail ?? ''}`.trim()).problem;
  if (code === '23503') return problem('still-in-use', 'Something else still refers to this, or it refers to something that is not there.').problem;
  if (code === '40001' || code === '40P01') {
    return problem('unavailable', 'Two changes met at the same place. Nothing was changed; try again.', { retryAfter: 1 }).problem;
  }
  if (code !== undefined && UNFIT.has(code)) {
    return problem('invalid-input', 'A value can’t be kept: a text holds the character NUL, or a number or date is beyond what there is.').problem;
  }
  return null;
}

/** Characters that neither text nor jsonb takes; numbers and dates out of range. */
const UNFIT = new Set(['22021', '22P05', '22003', '22008']);

const GONE = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE', '57P01', '57P02', '57P03', '08000', '08003', '08006', '53300']);

function isDatabaseGone(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const driver = (error as { driverError?: unknown }).driverError ?? error;
  const code = (driver as { code?: unknown }).code;
  if (typeof code === 'string' && GONE.has(code)) return true;
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message);
}
