import { BlockList, isIPv6 } from 'node:net';

/** A network address and the length of its prefix in bits. */
type Network = readonly [address: string, length: number];

export const LOOPBACK: readonly Network[] = [['127.0.0.0', 8], ['::1', 128]];

/** RFC 1918, carrier-grade NAT (RFC 6598), link-local and unique local (RFC 4193): many networks use the same. */
export const PRIVATE: readonly Network[] = [
  ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['169.254.0.0', 16], ['fc00::', 7], ['fe80::', 10],
];

/**
 * What else IANA's registries of special-purpose addresses keep from the internet: this network, protocol assignments,
 * documentation, relays of 6to4, benchmarks, multicast, the reserved; and what carries an address of IPv4 within
 * (2001::/23 holds Teredo, 2002::/16 is 6to4).
 */
export const RESERVED: readonly Network[] = [
  ['0.0.0.0', 8], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24],
  ['224.0.0.0', 4], ['240.0.0.0', 4], ['2001::', 23], ['2001:db8::', 32], ['2002::', 16],
];

/** Whether an address (without a zone) is in one of the networks. */
export function isIn(networks: readonly Network[]): (address: string) => boolean {
  const list = new BlockList();
  for (const [address, length] of networks) list.addSubnet(address, length, family(address));
  return (address) => list.check(address, family(address));
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4');
