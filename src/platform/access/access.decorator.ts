import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Action, Actor } from './policy.js';

export const ACTION = 'meridian:action';

/** What a route does, in the policy's words (policy.ts). Every route says so: one that does not, does not start (see access.guard.ts). */
export const Access = (action: Action): ClassDecorator & MethodDecorator => SetMetadata(ACTION, action);

/** Requests whose actor the guard has found. */
export const actorsOfRequests = new WeakMap<FastifyRequest, Actor>();

/** Who makes the request. Not on routes that anyone may use: there nobody was looked up. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actorsOfRequests.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (actor === undefined) throw new Error('@CurrentActor on a route that anyone may use');
  return actor;
});
