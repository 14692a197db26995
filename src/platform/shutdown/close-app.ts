import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from '../health/readiness.js';
import type { Logger } from '../logging/logger.js';
import type { RequestsInFlight } from './requests-in-flight.js';

/** Milliseconds that requests in flight have to end. */
const REQUESTS_LIMIT = 10_000;
/** Milliseconds that modules have for their own goodbyes: sockets are told, streams end. */
const MODULES_LIMIT = 5_000;

/**
 * Readiness says no, nothing new is accepted, requests in flight end (bounded), then modules say goodbye: sockets are told
 * why they close in `beforeApplicationShutdown` (see realtime/).
 */
export async function closeApp(app: NestFastifyApplication, requests: RequestsInFlight, logger: Logger): Promise<void> {
  const server = app.getHttpServer();
  app.get(Readiness).shutDown();
  if (server.listening) server.close();
  const left = await requests.drain(REQUESTS_LIMIT);
  if (left > 0) logger.warn({ requests: left }, 'requests did not end in time and are cut');
  await within(MODULES_LIMIT, app.close());
  server.closeAllConnections();
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`not closed within ${milliseconds} ms`)), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
