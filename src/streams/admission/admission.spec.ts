import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { ChannelId } from '../../contract/ids.js';
import { newId } from '../../platform/new-id.js';
import { Admission } from './admission.js';
import { PlaybackTokens, type Subject } from './playback-tokens.js';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-24T12:00:00Z');
const tokens = new PlaybackTokens(randomBytes(32));
const [hall, loft] = [newId<ChannelId>(), newId<ChannelId>()];
const mine: Subject = `ticket:${newId<string>()}`;
const sealed = (subject: Subject = mine, more: object = {}): string => tokens.seal(subject, { channelId: hall, issuedAt: NOON, expiresAt: NOON + HOUR, ...more });

describe('a playback token', () => {
  it('gives back what it was made of, for any subject and instant', () => {
    fc.assert(fc.property(fc.uuid(), fc.uuid(), fc.nat({ max: 2 ** 47 }), fc.nat({ max: 2 ** 47 }), (id, channel, issuedAt, expiresAt) => {
      const channelId = channel as ChannelId;
      const claims = tokens.open(tokens.seal(`ticket:${id}`, { channelId, issuedAt, expiresAt }));
      expect(claims).toEqual({ subject: expect.stringMatching(/^[0-9a-f]{32}$/), channelId, issuedAt, expiresAt });
    }));
  });

  it('says nothing of whom it is for, and never the same twice', () => {
    const [one, other] = [sealed(), sealed()];
    expect(one).not.toBe(other);
    expect(tokens.open(one)).toEqual(tokens.open(other));
    for (const id of [mine.slice(7), hall]) expect(Buffer.from(one, 'base64url').toString('hex')).not.toContain(id.replaceAll('-', ''));
  });

  it('is forged with any letter altered, and with the key of another server', () => {
    const token = sealed();
    fc.assert(fc.property(fc.nat({ max: token.length - 1 }), fc.constantFrom(...'AZaz09-_'), (at, letter) => {
      fc.pre(token[at] !== letter);
      expect(tokens.open(token.slice(0, at) + letter + token.slice(at + 1))).toBeNull();
    }));
    expect(new PlaybackTokens(randomBytes(32)).open(token)).toBeNull();
    for (const wrong of ['', 'token', `${token}A`, token.slice(1), token.replace(/.$/, '.')]) expect(tokens.open(wrong)).toBeNull();
  });
});

describe('admission', () => {
  const since = new Map<string, number>();
  let now = NOON;
  const admission = new Admission(tokens, { since: (subject) => since.get(subject) }, () => now);
  beforeEach(() => {
    since.clear();
    now = NOON;
  });

  it('admits to the channel that a token is for, until it expires', () => {
    const token = sealed();
    expect([admission.check(token, hall), admission.check(token, loft)]).toEqual(['admitted', 'other-channel']);
    now = NOON + HOUR - 1;
    expect(admission.check(token, hall)).toBe('admitted');
    now = NOON + HOUR;
    expect(admission.check(token, hall)).toBe('expired');
  });

  it('refuses what is forged, again and again', () => {
    expect(['', 'nothing', `${sealed().slice(0, -4)}AAAA`].map((token) => admission.check(token, hall))).toEqual(['forged', 'forged', 'forged']);
  });

  it('ends what was admitted as soon as it is revoked, and admits again with a token that was made after that', () => {
    const token = sealed();
    expect(admission.check(token, hall)).toBe('admitted');
    since.set(tokens.open(token)!.subject, NOON + 5);
    expect(admission.check(token, hall)).toBe('revoked');
    expect(admission.check(sealed(mine, { issuedAt: NOON + 5 }), hall)).toBe('revoked');
    expect(admission.check(sealed(mine, { issuedAt: NOON + 6 }), hall)).toBe('admitted');
    expect(admission.check(sealed(`ticket:${newId<string>()}`), hall)).toBe('admitted');
    expect([admission.refuses(token, hall), admission.refuses(token, loft), admission.refuses('', hall), admission.refuses(sealed(`ticket:${newId<string>()}`), hall)])
      .toEqual(['revoked', 'not-admitted', 'not-admitted', null]);
  });
});
