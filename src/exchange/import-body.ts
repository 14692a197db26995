import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { isAdministrator } from '../platform/access/access.guard.js';
import { ADMINISTRATOR_TOKEN, type AdministratorToken } from '../platform/access/administrator-token.js';
import { problem } from '../platform/problems/problem-error.js';
import { LIMITS } from './read/limits.js';

export const IMPORTS_PATH = 'api/conferences/:slug/imports';
const RAW = 'application/x-meridian-import';

/**
 * Lets the import's route, and no other, take a body of 25 MB of any type, as bytes: JSON too, since it is read with its own
 * report of faults. Who may not import is refused before a byte of the body is read.
 */
@Injectable()
export class ImportBody {
  constructor(adapter: HttpAdapterHost, @Inject(ADMINISTRATOR_TOKEN) token: AdministratorToken) {
    const server = adapter.httpAdapter.getInstance<FastifyInstance>();
    server.addContentTypeParser(RAW, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    server.addHook('onRoute', (route: RouteOptions) => {
      if (route.url !== `/${IMPORTS_PATH}`) return;
      route.bodyLimit = LIMITS.bytes;
      route.onRequest = [route.onRequest ?? [], (request: FastifyRequest, _reply: unknown, done: (error?: Error) => void): void => {
        if (request.method === 'POST' && !isAdministrator(request, token)) {
          done(problem('token-required', 'Imports need the administrator’s token: Authorization: Bearer …'));
          return;
        }
        // the parser is chosen by this header, after the hooks
        request.raw.headers['content-type'] = RAW;
        done();
      }].flat();
    });
  }
}
