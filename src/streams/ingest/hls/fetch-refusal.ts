import { isIP } from 'node:net';
import { isPublicAddress } from '../../../platform/http/public-address.js';

/** `host-not-allowed`: the operator does not name this host. `not-public`: it is an address in a network of ours, and is not named as one. */
export type FetchRefusal = 'host-not-allowed' | 'not-public';

/**
 * Why this address is not asked; null: it is. What a name leads to is looked at when it is connected to.
 * @param hosts as MERIDIAN_STREAM_HOSTS names them: `private:` before one that may be in the operator's own network
 */
export function fetchRefusal({ protocol, hostname, username, password }: URL, hosts: readonly string[]): FetchRefusal | null {
  const host = hostname.toLowerCase();
  const isNamed = hosts.includes(host) || isPrivate(host, hosts);
  if (!/^https?:$/.test(protocol) || username !== '' || password !== '' || !isNamed) return 'host-not-allowed';
  const literal = host.replace(/^\[|\]$/g, '');
  return isIP(literal) === 0 || mayConnect(host, hosts)(literal) ? null : 'not-public';
}

/** Which addresses a host may lead to. */
export const mayConnect = (host: string, hosts: readonly string[]): (address: string) => boolean => (isPrivate(host.toLowerCase(), hosts) ? () => true : isPublicAddress);

const isPrivate = (host: string, hosts: readonly string[]): boolean => hosts.includes(`private:${host}`);
