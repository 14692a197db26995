import { QueryFailedError } from 'typeorm';

/** What the log keeps of an error. */
export interface DescribedError {
  type: string;
  message: string;
  stack?: string;
  code?: string;
  constraint?: string;
  table?: string;
  cause?: DescribedError;
}

/**
 * Names, codes and where it happened; never the values. A failed query carries its parameters, and PostgreSQL quotes the
 * offending row in the detail, and a malformed value (class 22) in the message itself.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'something that is not an error was thrown' };
  const { code, constraint, table } = (error instanceof QueryFailedError ? error.driverError : error) as {
    code?: unknown; constraint?: unknown; table?: unknown;
  };
  const holdsValues = error instanceof QueryFailedError && /^2[23]/.test(String(code));
  const message = holdsValues ? 'the database refused a value' : error.message;
  return {
    type: error.name,
    message,
    ...(error.stack === undefined ? {} : { stack: stackOf(error.stack, error.message, message) }),
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof constraint === 'string' ? { constraint } : {}),
    ...(typeof table === 'string' ? { table } : {}),
    ...(error.cause === undefined || depth > 3 ? {} : { cause: describeError(error.cause, depth + 1) }),
  };
}

/** A stack begins with the message, which may hold what the message must not. */
const stackOf = (stack: string, original: string, shown: string): string => stack.replace(original, shown);
