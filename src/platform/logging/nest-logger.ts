import type { LoggerService } from '@nestjs/common';
import type { Logger } from './logger.js';

type Level = 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal';

/** Nest's own words, and those of `new Logger(name)` in our classes, in the process's log. The last text given is who speaks. */
export function nestLogger(logger: Logger): LoggerService {
  const at =
    (level: Level) =>
    (message: unknown, ...more: unknown[]): void => {
      const texts = more.filter((item): item is string => typeof item === 'string');
      const context = texts.pop();
      if (message instanceof Error) logger[level]({ err: message, context }, message.message);
      else if (typeof message === 'object' && message !== null) logger[level]({ ...message, context }, texts[0]);
      // an error's stack, when Nest gives one, comes before the context
      else logger[level]({ context, ...(texts[0] === undefined ? {} : { stack: texts[0] }) }, String(message));
    };
  return {
    // what Nest calls a log is its own bookkeeping of modules and routes
    log: at('debug'),
    error: at('error'),
    warn: at('warn'),
    debug: at('debug'),
    verbose: at('trace'),
    fatal: at('fatal'),
  };
}
