import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { problem } from '../problems/problem-error.js';
import { ACTION, actorsOfRequests } from './access.decorator.js';
import { ACTORS, mustBeAllowed, type Actors } from './actors.js';
import { POLICY, type Action } from './policy.js';

/**
 * Denies by default: a handler that does not say what it does is refused, even to the operator. Asks the policy with the
 * conference in the address; whether city or venue fit, the use case asks with the row in its hands.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(ACTORS) private readonly actors: Actors,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    // sockets are guarded where their commands are bound: see realtime/
    if (context.getType() !== 'http') return true;
    const action = this.reflector.getAllAndOverride<Action | undefined>(ACTION, [context.getHandler(), context.getClass()]);
    if (action === undefined) throw problem('not-allowed', 'This route does not say who may use it, so nobody may.');
    // reads of what is public go on when nobody can be looked up
    if ((POLICY[action] as readonly string[]).includes('anyone')) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.actors.of(request);
    const { slug } = request.params as { slug?: string };
    mustBeAllowed(actor, action, { conferenceSlug: slug });
    actorsOfRequests.set(request, actor);
    return true;
  }
}
