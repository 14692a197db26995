import { SetMetadata } from '@nestjs/common';

/** Who may use a route. Until sign-in exists there are two: everyone, and who holds the administrator's token. */
export type Need = 'public' | 'administrator';

export const NEED = 'meridian:need';

/** Every route declares its need; the application does not start with one that doesn't (see access.guard.ts). */
export const Access = (need: Need): ClassDecorator & MethodDecorator => SetMetadata(NEED, need);
