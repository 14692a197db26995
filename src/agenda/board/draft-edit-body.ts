import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { ACTORS, mustBeAllowed, type Actors } from '../../platform/access/actors.js';

export const DRAFT_EDITS_PATH = 'api/conferences/:slug/draft-edits';
/** Bytes: 5,000 sessions with their waivers. */
const LIMIT = 6_000_000;

/** Lets the route of draft edits, and no other, take a larger body. Who may not edit is refused before a byte of it is read. */
@Injectable()
export class DraftEditBody {
  constructor(adapter: HttpAdapterHost, @Inject(ACTORS) actors: Actors) {
    adapter.httpAdapter.getInstance<FastifyInstance>().addHook('onRoute', (route: RouteOptions) => {
      if (route.url !== `/${DRAFT_EDITS_PATH}` || ![route.method].flat().includes('POST')) return;
      route.bodyLimit = LIMIT;
      route.onRequest = [route.onRequest ?? [], async (request: FastifyRequest): Promise<void> => {
        mustBeAllowed(await actors.of(request), 'edit-sessions', { conferenceSlug: (request.params as { slug: string }).slug });
      }].flat();
    });
  }
}
