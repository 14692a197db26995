import type { LookupAddress } from 'node:dns';
import { guardedLookup, isPublicAddress } from './public-address.js';

it.each([
  ['1.1.1.1', true],
  ['2606:4700:4700::1111', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.0.1', false],
  ['169.254.169.254', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['224.0.0.1', false],
  ['::1', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::a00:1', false],
  ['2002:7f00:1::', false],
  ['2001:0:7f00:1::', false],
  ['2001:db8::1', false],
  ['no address', false],
])('%s is out on the internet: %s', (address, isPublic) => expect(isPublicAddress(address)).toBe(isPublic));

it('resolves a name only to what is let through, asked for one address or all', async () => {
  const resolve = async (isAllowed: boolean, all: boolean): Promise<unknown> =>
    await new Promise((done) => guardedLookup(() => isAllowed)('localhost', { all, family: 4 }, (error, found: string | LookupAddress[]) => done(error?.code ?? found)));
  expect([await resolve(true, false), await resolve(true, true)]).toEqual(['127.0.0.1', [{ address: '127.0.0.1', family: 4 }]]);
  expect([await resolve(false, false), await resolve(false, true)]).toEqual(['ENOTPUBLIC', 'ENOTPUBLIC']);
});
