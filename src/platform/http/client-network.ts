import proxyAddr from '@fastify/proxy-addr';
import type { IncomingMessage } from 'node:http';
import { networkPrefix } from './network-prefix.js';
import { isIn, LOOPBACK, PRIVATE } from './special-networks.js';

/** A proxy that nobody named, or people who share a line without being one network. */
const isShared = isIn([...LOOPBACK, ...PRIVATE]);

/**
 * The network from which a connection comes (see `networkPrefix`), past the proxies that are trusted. Null where it tells
 * nobody apart: an address that is private, or none.
 */
export function clientNetwork(trustedProxies: readonly string[]): (request: IncomingMessage) => string | null {
  const trusts = trustedProxies.length === 0 ? () => false : proxyAddr.compile([...trustedProxies]);
  return (request) => {
    const address = proxyAddr(request, trusts).replace(/^::ffff:(?=\d+\.)/i, '');
    const prefix = networkPrefix(address);
    return prefix === null || isShared(address.split('%')[0] ?? '') ? null : prefix;
  };
}
