import { lookup, type LookupAddress } from 'node:dns';
import { isIPv4, isIPv6, type LookupFunction } from 'node:net';
import { isIn, LOOPBACK, PRIVATE, RESERVED } from './special-networks.js';

const isSpecial = isIn([...LOOPBACK, ...PRIVATE, ...RESERVED]);
const isGlobalUnicast = isIn([['2000::', 3]]);

/** Whether an address is out on the internet. Not: private, loopback, link-local, carrier-grade NAT, or IPv4 in the clothes of IPv6. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !isSpecial(address);
  return isIPv6(address) && isGlobalUnicast(address) && !isSpecial(address);
}

export const isLoopback = isIn(LOOPBACK);

/**
 * Resolves names for outgoing requests to addresses that others chose, and refuses what `isAllowed` does not let through. It is
 * asked at each connect, so that a name cannot change its mind between a check and its use. Node asks it for names only: an
 * address that is written as one is its caller's to check.
 */
export function guardedLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => {
      if (error !== null) return done(error, '');
      const [first] = found;
      if (first === undefined || !found.every(({ address }) => isAllowed(address))) {
        return done(Object.assign(new Error('this name leads to an address that is not public'), { code: 'ENOTPUBLIC' }), '');
      }
      return options.all === true ? done(null, found) : done(null, first.address, first.family);
    });
  };
}
