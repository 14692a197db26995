import type { IncomingMessage } from 'node:http';
import { clientNetwork } from './client-network.js';

const from = (remoteAddress: string, forwardedFor?: string): IncomingMessage =>
  ({ socket: { remoteAddress }, headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor } }) as unknown as IncomingMessage;

it.each([
  ['203.0.113.77', '203.0.113'],
  ['::ffff:203.0.113.77', '203.0.113'],
  ['2001:db8:12:34ab::1', '20010db8001234'],
  ['127.0.0.1', null],
  ['::ffff:10.1.2.3', null],
  ['172.31.0.1', null],
  ['192.168.1.7', null],
  ['100.100.0.1', null],
  ['fd12:3456::1', null],
  ['fe80::1%eth0', null],
])('%s comes from the network %s', (address, network) => expect(clientNetwork([])(from(address))).toBe(network));

it('looks past the proxies that are named, and no further', () => {
  const network = clientNetwork(['10.0.0.0/8']);
  expect(network(from('10.0.0.5', '203.0.113.9'))).toBe('203.0.113');
  // what a client wrote itself stands before what the proxy saw
  expect(network(from('10.0.0.5', '192.0.2.1, 203.0.113.9'))).toBe('203.0.113');
  expect(network(from('198.51.100.1', '203.0.113.9'))).toBe('198.51.100');
  expect(clientNetwork([])(from('198.51.100.1', '203.0.113.9'))).toBe('198.51.100');
});
