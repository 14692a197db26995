import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { ACTORS, mustBeAllowed, type Actors } from '../../platform/access/actors.js';

export const PHOTO_PATH = 'api/conferences/:slug/my-profile/photo';
const RAW = 'application/x-meridian-photo';
/** Bytes. */
const LIMIT = 5_000_000;

/** Lets the photo's route, and no other, take a body of 5 MB as bytes. Who is no speaker is refused before a byte of it is read. */
@Injectable()
export class PhotoBody {
  constructor(adapter: HttpAdapterHost, @Inject(ACTORS) actors: Actors) {
    const server = adapter.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser(RAW, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    server.addHook('onRoute', (route: RouteOptions) => {
      if (route.url !== `/${PHOTO_PATH}` || ![route.method].flat().includes('PUT')) return;
      route.bodyLimit = LIMIT;
      route.onRequest = [route.onRequest ?? [], async (request: FastifyRequest): Promise<void> => {
        mustBeAllowed(await actors.of(request), 'own-slots', { conferenceSlug: (request.params as { slug: string }).slug });
        // what the sender calls it decides nothing: the parser is chosen by this header, after the hooks
        request.raw.headers['content-type'] = RAW;
      }].flat();
    });
  }
}
