import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { problem } from '../problems/problem-error.js';
import { NEED, type Need } from './access.decorator.js';
import { ADMINISTRATOR_TOKEN, type AdministratorToken } from './administrator-token.js';

/** Denies by default: a handler without a declared need is refused even to the administrator. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    @Inject(ADMINISTRATOR_TOKEN) private readonly token: AdministratorToken,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    // gateways guard themselves: see realtime/
    if (context.getType() !== 'http') return true;
    const need = this.reflector.getAllAndOverride<Need | undefined>(NEED, [context.getHandler(), context.getClass()]);
    if (need === 'public') return true;
    if (need === undefined) throw problem('not-allowed', 'This route does not say who may use it, so nobody may.');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isAdministrator(request, this.token)) return true;
    throw problem('token-required', 'Send the administrator’s token: Authorization: Bearer … It is in the data folder, in the file administrator-token.');
  }
}

export function isAdministrator(request: FastifyRequest, token: AdministratorToken): boolean {
  const [, given] = /^Bearer ([\w-]{20,200})$/.exec(request.headers.authorization ?? '') ?? [];
  return given !== undefined && token.matches(given);
}
