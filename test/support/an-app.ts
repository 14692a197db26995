import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/create-app.js';
import { administratorToken } from '../../src/platform/access/administrator-token.js';
import { readConfiguration } from '../../src/platform/configuration.js';
import type { Logger } from '../../src/platform/logging/logger.js';
import type { TestDatabase } from './test-database.js';

export const TOKEN = 'a-token-that-only-specs-know-0123456789';

/** Who asks: the operator by token, nobody, or a person by the cookie of their session (see a-person.ts). */
export type As = 'administrator' | 'nobody' | { cookie: string };

/** A body whose fields a spec compares; what it does not have is undefined, and fails the comparison. */
export type AnyBody = { [key: string]: AnyBody } & { [index: number]: AnyBody };

export interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Headers;
}

export interface RunningApp {
  app: NestFastifyApplication;
  /** `http://127.0.0.1:PORT`. */
  url: string;
  /** Asks as the administrator unless told otherwise; the body is JSON. */
  ask: <T = AnyBody>(method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, as?: As) => Promise<Answer<T>>;
  close: () => Promise<void>;
}

/** The whole application in this process on a database of its own, asked over real HTTP on a port of its own. */
export async function anApp(database: TestDatabase, more: { environment?: NodeJS.ProcessEnv; logger?: Logger } = {}): Promise<RunningApp> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'meridian-data-'));
  const app = await createApp({
    configuration: readConfiguration({ LOG_LEVEL: 'silent', MERIDIAN_STREAMS: '0', MERIDIAN_DATA_DIR: dataDirectory, ...more.environment }),
    source: database.source,
    administratorToken: administratorToken(TOKEN),
    ...(more.logger === undefined ? {} : { logger: more.logger }),
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  const url = `http://127.0.0.1:${port}`;
  return {
    app,
    url,
    ask: async (method, path, body, as = 'administrator') => {
      const headers = new Headers(as === 'administrator' ? { authorization: `Bearer ${TOKEN}` } : as === 'nobody' ? {} : { cookie: as.cookie });
      if (body !== undefined) headers.set('content-type', 'application/json');
      const response = await fetch(url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      const text = await response.text();
      const isJson = (response.headers.get('content-type') ?? '').includes('json');
      return { status: response.status, body: isJson ? JSON.parse(text) : (text as never), headers: response.headers };
    },
    close: async () => {
      await app.close();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}
