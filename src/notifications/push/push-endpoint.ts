import { isIP } from 'node:net';
import { isLoopback, isPublicAddress } from '../../platform/http/public-address.js';

/**
 * Where a push may be sent. The address comes from a browser, so from anyone: without this, whoever has an account could make
 * this server knock on doors of the network that it stands in. `mayBeLoopback` is for specs alone (MERIDIAN_PUSH_LOOPBACK).
 */
export class PushEndpoints {
  constructor(private readonly mayBeLoopback: boolean) {}

  /** What an address looks like from outside: https, at its usual port, by a name with a dot. What the name leads to is asked at connect. */
  accepts(endpoint: string): boolean {
    const url = new URL(endpoint);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (url.username !== '' || url.password !== '') return false;
    if (this.mayBeLoopback && isIP(host) !== 0 && isLoopback(host)) return true;
    return url.protocol === 'https:' && url.port === '' && isIP(host) === 0 && host.includes('.') && !host.endsWith('.');
  }

  readonly mayConnect = (address: string): boolean => isPublicAddress(address) || (this.mayBeLoopback && isLoopback(address));
}
