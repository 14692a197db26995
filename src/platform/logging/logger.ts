import { pino, type Logger } from 'pino';
import type { Configuration } from '../configuration.js';
import { describeError } from './describe-error.js';
import { terminalLines } from './terminal-lines.js';

export type { Logger } from 'pino';

/** Injection token of the process's {@link Logger}. */
export const LOGGER = Symbol('logger');

/** Where lines of log go: a terminal, a pipe, or what a spec listens to. */
export interface LogSink {
  isTTY?: boolean;
  write: (line: string) => void;
}

/**
 * The process's log. Short lines for a person on a terminal, else one JSON object a line. It holds no personal data: no
 * address, query, body or header of a request (see request-log.ts), no values from the database (see describe-error.ts).
 */
export function createLogger(level: Configuration['logLevel'], to: LogSink = process.stdout): Logger {
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    to.isTTY === true ? terminalLines(to) : { write: (line) => void to.write(line) },
  );
}
