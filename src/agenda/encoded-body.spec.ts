import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { chooseEncoding, EncodedBody } from './encoded-body.js';
import { entityTag, matches } from './entity-tag.js';
import type { Agenda } from '../contract/agenda.js';

test('every encoding holds the same text, and is made once', async () => {
  const body = new EncodedBody({ title: 'جزر و مد', of: ['tides'] });
  const plain = await body.as('identity');
  expect(JSON.parse(plain.toString())).toEqual({ title: 'جزر و مد', of: ['tides'] });
  expect(brotliDecompressSync(await body.as('br'))).toEqual(plain);
  expect(gunzipSync(await body.as('gzip'))).toEqual(plain);
  const [first, second] = await Promise.all([body.as('br'), body.as('br')]);
  expect(first).toBe(second);
});

test.each([
  ['no header', undefined, 'identity'],
  ['a browser', 'gzip, deflate, br, zstd', 'br'],
  ['only gzip', 'gzip', 'gzip'],
  ['gzip preferred', 'br;q=0.5, gzip;q=0.9', 'gzip'],
  ['brotli refused', 'br;q=0, gzip', 'gzip'],
  ['anything', '*', 'br'],
  ['nothing', 'identity', 'identity'],
  ['all refused but identity', 'identity, *;q=0', 'identity'],
  ['nonsense', 'br;q=lots', 'identity'],
])('encoding for %s', (_name, header, expected) => {
  expect(chooseEncoding(header)).toBe(expected);
});

test.each([
  ['the same tag', 'W/"7.c1"', true],
  ['one of several', '"6.c1", W/"7.c1"', true],
  ['made strong on the way', '"7.c1"', true],
  ['anything', '*', true],
  ['an earlier revision', 'W/"6.c1"', false],
  ['another conference', 'W/"7.c2"', false],
  ['none', undefined, false],
])('If-None-Match with %s', (_name, header, expected) => {
  expect(matches(header, entityTag({ revision: 7, conference: { id: 'c1' } } as unknown as Agenda))).toBe(expected);
});
