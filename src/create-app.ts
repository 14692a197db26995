import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { serveApiDocs } from './platform/http/api-docs.js';
import { RawRoutes } from './platform/http/raw-routes.js';
import { logRequests } from './platform/http/request-log.js';
import { refuseForeignWrites } from './platform/http/own-origin.js';
import { requestId } from './platform/http/request-id.js';
import { refuseUnreadable } from './platform/http/refuse-unreadable.js';
import { setSecurityHeaders } from './platform/http/security-headers.js';
import { serveClient } from './platform/http/serve-client.js';
import { createLogger } from './platform/logging/logger.js';
import { nestLogger } from './platform/logging/nest-logger.js';
import { Metrics } from './platform/metrics/metrics.js';
import { clientFolder } from './platform/build-folders.js';
import type { PlatformParts } from './platform/platform.module.js';

/** Bytes of a JSON body; imports declare their own, larger limit. */
const BODY_LIMIT = 1_000_000;

/** Puts the application together without listening: main.ts, the command line and specs all start from here. */
export async function createApp(parts: PlatformParts): Promise<NestFastifyApplication> {
  const { configuration, logger = createLogger(configuration.logLevel) } = parts;
  const rawRoutes = new RawRoutes();
  const adapter = new FastifyAdapter({
    serverFactory: rawRoutes.serverFactory,
    bodyLimit: BODY_LIMIT,
    trustProxy: configuration.trustedProxies.length === 0 ? false : [...configuration.trustedProxies],
    routerOptions: { maxParamLength: 200 },
    genReqId: requestId,
    frameworkErrors: refuseUnreadable(configuration.publicUrl),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.of({ ...parts, logger, rawRoutes }), adapter, {
    logger: nestLogger(logger),
    abortOnError: false,
  });
  const server = adapter.getInstance();
  await server.register(cookie);
  logRequests(server, logger, app.get(Metrics));
  setSecurityHeaders(server, configuration.publicUrl);
  refuseForeignWrites(server, configuration.publicUrl);
  await serveClient(server, clientFolder(), configuration.publicUrl);
  serveApiDocs(app);
  return app;
}
