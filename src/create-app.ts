import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { serveApiDocs } from './platform/http/api-docs.js';
import type { PlatformParts } from './platform/platform.module.js';

/** Bytes of a JSON body; imports declare their own, larger limit. */
const BODY_LIMIT = 1_000_000;

/** Puts the application together without listening: main.ts, the command line and specs all start from here. */
export async function createApp(parts: PlatformParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ bodyLimit: BODY_LIMIT, routerOptions: { maxParamLength: 200 } });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of(parts), adapter, {
    logger: parts.configuration.logLevel === 'silent' ? false : ['error', 'warn'],
    abortOnError: false,
  });
  serveApiDocs(app);
  return app;
}
