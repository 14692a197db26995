import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Sealing, type SealingKeys } from './sealing.js';

const keys = (current: string, ...ids: string[]): SealingKeys => ({ current, indexKey: Buffer.alloc(32, 7), keys: new Map(ids.map((id) => [id, randomBytes(32)])) });

describe('sealing', () => {
  const sealing = new Sealing(keys('k1', 'k1'));

  it('opens what it sealed, and never seals the same text to the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, context) => {
        const [a, b] = [sealing.seal(text, context), sealing.seal(text, context)];
        expect([sealing.open(a, context), sealing.open(b, context)]).toEqual([text, text]);
        expect(a.equals(b)).toBe(false);
      }),
    );
  });

  it('does not open a text in another place, nor an altered one', () => {
    const sealed = sealing.seal('mina@example.org', 'account.email:1');
    expect(() => sealing.open(sealed, 'account.email:2')).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = Buffer.from(sealed);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => sealing.open(altered, 'account.email:1')).toThrow();
    }
  });

  it('opens with an older key, and says that it should be sealed anew', () => {
    const held = keys('k1', 'k1', 'k2');
    const sealed = new Sealing(held).seal('mina@example.org', 'x');
    const rotated = new Sealing({ ...held, current: 'k2' });
    expect([rotated.open(sealed, 'x'), rotated.isOld(sealed), rotated.isOld(rotated.seal('a', 'x'))]).toEqual(['mina@example.org', true, false]);
  });

  it('finds an address however it is typed, and not without the key', () => {
    expect(sealing.emailIndex(' Mina@Example.org ').equals(sealing.emailIndex('mina@example.org'))).toBe(true);
    expect(sealing.emailIndex('mina@example.org').equals(sealing.emailIndex('mina@example.com'))).toBe(false);
    const other = new Sealing({ ...keys('k1', 'k1'), indexKey: Buffer.alloc(32, 8) });
    expect(other.emailIndex('mina@example.org').equals(sealing.emailIndex('mina@example.org'))).toBe(false);
  });
});
