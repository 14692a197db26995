import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { actorsOfRequests } from '../access/access.decorator.js';
import { problem } from '../problems/problem-error.js';
import { networkPrefix } from './network-prefix.js';
import { RATE_LIMIT, RateLimits, type LimitName } from './rate-limit.js';

/** Refuses those who ask a limited route too often. After the access guard, which has found who asks; the operator is not counted. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly limits = new RateLimits(() => performance.now());

  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const name = this.reflector.get<LimitName | undefined>(RATE_LIMIT, context.getHandler());
    if (name === undefined) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = actorsOfRequests.get(request);
    if (actor?.kind === 'operator') return true;
    const accountId = actor?.kind === 'person' ? actor.accountId : null;
    const wait = this.limits.take(name, { accountId, network: networkOf(request) });
    if (wait !== null) throw problem('too-many-requests', `This was asked for too often. Try again in ${wait} s.`, { retryAfter: wait });
    return true;
  }
}

/** `ip` heeds X-Forwarded-For only from proxies that are trusted (see create-app.ts); what such a one says that is no address is not believed either. */
function networkOf(request: FastifyRequest): string | null {
  return networkPrefix(request.ip) ?? networkPrefix(request.socket.remoteAddress ?? '');
}
