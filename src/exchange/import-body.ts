import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { ACTORS, mustBeAllowed, type Actors } from '../platform/access/actors.js';
import { LIMITS } from './read/limits.js';

export const IMPORTS_PATH = 'api/conferences/:slug/imports';
const RAW = 'application/x-meridian-import';

/**
 * Lets the import's route, and no other, take a body of 25 MB of any type, as bytes: JSON too, since it is read with its own
 * report of faults. Who may not import is refused before a byte of the body is read.
 */
@Injectable()
export class ImportBody {
  constructor(adapter: HttpAdapterHost, @Inject(ACTORS) actors: Actors) {
    const server = adapter.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser(RAW, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    server.addHook('onRoute', (route: RouteOptions) => {
      if (route.url !== `/${IMPORTS_PATH}`) return;
      route.bodyLimit = LIMITS.bytes;
      route.onRequest = [route.onRequest ?? [], async (request: FastifyRequest): Promise<void> => {
        if (request.method === 'POST') mustBeAllowed(await actors.of(request), 'import-schedule', { conferenceSlug: (request.params as { slug: string }).slug });
        // the parser is chosen by this header, after the hooks
        request.raw.headers['content-type'] = RAW;
      }].flat();
    });
  }
}
