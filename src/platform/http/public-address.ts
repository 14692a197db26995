import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIPv4, isIPv6, type LookupFunction } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** IANA's registries of special-purpose addresses: what is not the internet, and what leads back inside. */
const NOT_PUBLIC = new BlockList();
for (const [network, length] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) {
  NOT_PUBLIC.addSubnet(network, length, 'ipv4');
}
// 2001::/23 holds Teredo, 2002::/16 is 6to4: both carry an address of IPv4 within
for (const [network, length] of [['2001::', 23], ['2001:db8::', 32], ['2002::', 16]] as const) NOT_PUBLIC.addSubnet(network, length, 'ipv6');
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is out on the internet. Not: private, loopback, link-local, carrier-grade NAT, or IPv4 in the clothes of IPv6. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !NOT_PUBLIC.check(address, 'ipv4');
  return isIPv6(address) && GLOBAL.check(address, 'ipv6') && !NOT_PUBLIC.check(address, 'ipv6');
}

export const isLoopback = (address: string): boolean => LOOPBACK.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

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
