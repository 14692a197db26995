import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { CompactSign, SignJWT } from 'jose';
import { Sealing } from '../platform/sealing/sealing.js';
import { TicketTokens } from './ticket-tokens.js';

const sealing = (): Sealing => new Sealing({ current: 'k1', indexKey: randomBytes(32), keys: new Map([['k1', randomBytes(32)]]) });
const tokens = new TicketTokens(sealing());
const claims = { ticketId: '019abcde-0000-7000-8000-000000000001', conferenceId: '019abcde-0000-7000-8000-000000000002', venueId: null };

test('a ticket reads as it was made, on site and remote', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uuid(), fc.uuid(), fc.option(fc.uuid()), async (ticketId, conferenceId, venueId) => {
      expect(await tokens.read(await tokens.make({ ticketId, conferenceId, venueId }))).toEqual({ ticketId, conferenceId, venueId });
    }),
    { numRuns: 25 },
  );
});

test('a ticket in which any letter was altered is none', async () => {
  const token = await tokens.make(claims);
  for (let at = 0; at < token.length; at += 1) {
    const altered = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
    // the last letter of a part carries spare bits: a change of those alone says the same
    const same = altered.split('.').every((part, index) => Buffer.from(part, 'base64url').equals(Buffer.from(token.split('.')[index] ?? '', 'base64url')));
    if (!same) expect(await tokens.read(altered)).toBeNull();
  }
});

test('nobody else signs tickets: not another server, not no key, not our public key taken for a secret, not another purpose', async () => {
  const payload = Buffer.from((await tokens.make(claims)).split('.')[1] ?? '', 'base64url');
  const { x } = await tokens.publicKey();
  const none = `${Buffer.from('{"alg":"none","typ":"meridian-ticket"}').toString('base64url')}.${payload.toString('base64url')}.`;
  const forged = [
    await new TicketTokens(sealing()).make(claims),
    none,
    await new CompactSign(payload).setProtectedHeader({ alg: 'HS256', typ: 'meridian-ticket' }).sign(Buffer.from(x, 'base64url')),
    await new CompactSign(payload).setProtectedHeader({ alg: 'EdDSA', typ: 'meridian-ticket' }).sign(generateKeyPairSync('ed25519').privateKey),
    await new SignJWT({ t: 'x' }).setProtectedHeader({ alg: 'HS256' }).sign(randomBytes(32)),
    '',
    'not.a.token',
  ];
  expect(await Promise.all(forged.map(async (token) => await tokens.read(token)))).toEqual(forged.map(() => null));
});
