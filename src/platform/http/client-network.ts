import proxyAddr from '@fastify/proxy-addr';
import type { IncomingMessage } from 'node:http';
import { BlockList } from 'node:net';
import { networkPrefix } from './network-prefix.js';

// Loopback, RFC 1918, carrier-grade NAT (RFC 6598), link-local and unique local (RFC 4193) addresses: a proxy that nobody
// named, or people who share a line without being one network.
const SHARED = new BlockList();
for (const [network, length] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['169.254.0.0', 16]] as const) {
  SHARED.addSubnet(network, length, 'ipv4');
}
for (const [network, length] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const) SHARED.addSubnet(network, length, 'ipv6');

/**
 * The network from which a connection comes (see `networkPrefix`), past the proxies that are trusted. Null where it tells
 * nobody apart: an address that is private, or none.
 */
export function clientNetwork(trustedProxies: readonly string[]): (request: IncomingMessage) => string | null {
  const trusts = trustedProxies.length === 0 ? () => false : proxyAddr.compile([...trustedProxies]);
  return (request) => {
    const address = proxyAddr(request, trusts).replace(/^::ffff:(?=\d+\.)/i, '');
    const prefix = networkPrefix(address);
    return prefix === null || SHARED.check(address.split('%')[0] ?? '', address.includes(':') ? 'ipv6' : 'ipv4') ? null : prefix;
  };
}
