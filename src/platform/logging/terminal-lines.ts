import type { DescribedError } from './describe-error.js';
import type { LogSink } from './logger.js';

interface Line {
  level: string;
  msg?: string;
  context?: string;
  method?: string;
  route?: string;
  status?: number;
  ms?: number;
  err?: DescribedError;
}

const COLOURS: Readonly<Record<string, number>> = { warn: 33, error: 31, fatal: 31 };

/** Pino's lines for a person: what was said, and of a request its method, route, status and time. The rest is in the JSON. */
export function terminalLines(terminal: LogSink): { write: (line: string) => void } {
  return {
    write: (text) => {
      const line = JSON.parse(text) as Line;
      const colour = COLOURS[line.level];
      const level = colour === undefined ? '' : `\u001B[${colour}m${line.level}\u001B[0m `;
      terminal.write(`${level}${sentence(line)}\n${line.err?.stack === undefined ? '' : `${line.err.stack}\n`}`);
    },
  };
}

function sentence({ msg, context, method, route, status, ms }: Line): string {
  if (method !== undefined) return `${method} ${route} ${status} ${ms} ms`;
  return context === undefined ? (msg ?? '') : `${context}: ${msg ?? ''}`;
}
