import { Injectable, RequestMethod, type OnApplicationBootstrap } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ACTION } from './access.decorator.js';
import { POLICY, type Action } from './policy.js';

/** Walks all controllers when the application starts: a route that does not say what it does, in the policy's words, stops the start. */
@Injectable()
export class RequireAccess implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const undeclared = this.discovery.getControllers().flatMap(({ metatype }) => (metatype === null ? [] : this.undeclared(metatype as HasHandlers)));
    if (undeclared.length > 0) throw new Error(`these routes do not say with @Access who may use them: ${undeclared.join(', ')}`);
  }

  private undeclared(controller: HasHandlers): string[] {
    const handlers = new MetadataScanner().getAllMethodNames(controller.prototype).flatMap((name) => {
      const handler = controller.prototype[name];
      return typeof handler === 'function' && Reflect.hasMetadata(METHOD_METADATA, handler) ? [{ name, handler }] : [];
    });
    return handlers.flatMap(({ name, handler }) => {
      const action = this.reflector.getAllAndOverride<Action | undefined>(ACTION, [handler as () => unknown, controller as never]);
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
      return action !== undefined && action in POLICY ? [] : [`${controller.name}.${name} (${method})`];
    });
  }
}

interface HasHandlers {
  name: string;
  prototype: Record<string, unknown>;
}
