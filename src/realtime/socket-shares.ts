import { createHmac, randomBytes } from 'node:crypto';
import type { Actor } from '../platform/access/policy.js';
import type { RealtimeLimits } from './limits.js';
import { Shares } from './shares.js';

/** Given back when the socket is closed. */
export type Held = () => void;

/**
 * How many sockets one person, and one network, may hold at a time. A network is known by a hash with a salt that this
 * process made at its start: no address is kept, and none can be found from what is.
 */
export class SocketShares {
  private readonly persons: Shares;
  private readonly networks: Shares;
  private readonly salt = randomBytes(32);

  constructor(limits: Pick<RealtimeLimits, 'socketsOfPerson' | 'socketsOfNetwork'>) {
    this.persons = new Shares(limits.socketsOfPerson);
    this.networks = new Shares(limits.socketsOfNetwork);
  }

  /** @param network the prefix of who connects; null where it says nothing of them. Null where a share is used up. */
  take(actor: Actor, network: string | null): Held | null {
    const person = actor.kind === 'person' ? actor.accountId : null;
    const line = network === null ? null : createHmac('sha256', this.salt).update(network).digest('base64');
    if (person !== null && !this.persons.take(person)) return null;
    if (line !== null && !this.networks.take(line)) {
      if (person !== null) this.persons.give(person);
      return null;
    }
    return () => {
      if (person !== null) this.persons.give(person);
      if (line !== null) this.networks.give(line);
    };
  }
}
