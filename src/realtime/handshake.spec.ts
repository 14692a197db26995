import { SignJWT } from 'jose';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROTOCOL_VERSION } from '../contract/socket.js';
import type { Actor } from '../platform/access/policy.js';
import { Admission } from './admission.js';
import { HandshakeDesk } from './handshake.js';
import { DEFAULT_LIMITS } from './limits.js';
import { readOrMakeSigningKey } from './signing-key.js';
import { SocketShares } from './socket-shares.js';
import { SocketTokens } from './socket-tokens.js';

const KEY = new Uint8Array(32).fill(7);
let tokens: SocketTokens;
let desk: HandshakeDesk;
beforeAll(async () => {
  tokens = await SocketTokens.with(KEY);
  desk = new HandshakeDesk(tokens, { ...DEFAULT_LIMITS, sockets: 100 }, 'https://agenda.example');
});
const NOON = new Date('2026-11-24T12:00:00Z');

describe('tokens', () => {
  test.each([
    ['at once', 0, true],
    ['just before it expires', 119_000, true],
    ['when it has expired', 120_000, false],
  ])('%s', async (_name, later, valid) => {
    const { token } = await tokens.make({ kind: 'operator' }, NOON);
    expect(await tokens.check(token, new Date(NOON.getTime() + later))).toEqual(valid ? { kind: 'operator' } : null);
  });

  const signed = (key: Uint8Array, audience: string, claims: object): Promise<string> =>
    new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256' }).setAudience(audience).setExpirationTime(new Date(NOON.getTime() + 60_000)).sign(key);
  const unsigned = [{ alg: 'none' }, { aud: 'meridian:socket', adm: true, exp: NOON.getTime() }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');

  test.each([
    ['signed with another key', () => signed(new Uint8Array(32).fill(8), 'meridian:socket', { adm: true })],
    ['made for something else', () => signed(KEY, 'meridian:playback', { adm: true })],
    ['without our claim', () => signed(KEY, 'meridian:socket', {})],
    ['without a signature', () => Promise.resolve(`${unsigned}.`)],
    ['not a token', () => Promise.resolve('hello')],
  ])('refused: %s', async (_name, make) => {
    expect(await tokens.check(await make(), NOON)).toBeNull();
  });
});

describe('admission', () => {
  const limits = { sockets: 1_000_000, admission: { perSecond: 100, burst: 200 } };

  test('a burst comes in, the rest is told to come back at a pace that can be served', () => {
    const admission = new Admission(limits, 0);
    const answers = Array.from({ length: 1_000 }, () => admission.ask(0, 0));
    expect(answers.filter((answer) => answer.admitted)).toHaveLength(200);
    const waits = answers.flatMap((answer) => (answer.admitted ? [] : [answer.retryAfter]));
    expect([1, 2, 3, 4, 5, 6, 7, 8].map((second) => waits.filter((wait) => wait === second).length)).toEqual([100, 100, 100, 100, 100, 100, 100, 100]);
    expect(admission.ask(0, 1_000)).toEqual({ admitted: true });
  });

  test('nobody comes in when it is full', () => {
    const admission = new Admission({ ...limits, sockets: 10 }, 0);
    expect(admission.ask(9, 0)).toEqual({ admitted: true });
    expect(admission.ask(10, 0)).toEqual({ admitted: false, retryAfter: 30 });
  });
});

describe('the desk', () => {
  test.each([
    ['our own page', { host: 'here:3000', origin: 'http://here:3000' }, 0, null],
    ['the public address, behind a proxy', { host: 'inside:3000', origin: 'https://agenda.example' }, 0, null],
    ['no page', { host: 'here:3000' }, 0, null],
    ['another page', { host: 'here:3000', origin: 'http://there:3000' }, 0, 'origin'],
    ['another port', { host: 'here:3000', origin: 'http://here:3001' }, 0, 'origin'],
    ['a page without an address', { host: 'here:3000', origin: 'null' }, 0, 'origin'],
    ['a full house', { host: 'here:3000' }, 200, 'full'],
  ])('at the door: %s', (_name, headers, connections, expected) => {
    expect(desk.refuseAtDoor(headers, connections)).toBe(expected);
  });

  test.each([
    ['nothing', undefined, 'token'],
    ['a forged token', { token: 'abc', protocol: PROTOCOL_VERSION }, 'token'],
    ['another protocol', { token: 'abc', protocol: PROTOCOL_VERSION + 1 }, 'outdated'],
  ])('brings %s', async (_name, auth, reason) => {
    expect(await desk.receive(auth, 0, null)).toMatchObject({ ok: false, reason });
  });

  test('one who must wait is told how long', async () => {
    const { token } = await tokens.make({ kind: 'anonymous' });
    const result = await desk.receive({ token, protocol: PROTOCOL_VERSION }, 100, null);
    expect(result).toMatchObject({ ok: false, reason: 'busy', problem: { problem: { retryAfter: 30 } } });
  });
});

describe('shares', () => {
  const MINA: Actor = { kind: 'person', accountId: 'mina', sessionId: 's', strong: false, grants: [] };
  const NOBODY: Actor = { kind: 'anonymous' };

  test('one person may hold so many sockets, from anywhere; what is closed may be opened again', () => {
    const shares = new SocketShares({ socketsOfPerson: 2, socketsOfNetwork: 100 });
    const first = shares.take(MINA, '203.0.113');
    expect(shares.take(MINA, null)).not.toBeNull();
    expect(shares.take(MINA, '198.51.100')).toBeNull();
    expect(shares.take({ ...MINA, accountId: 'omid' }, '203.0.113')).not.toBeNull();
    first?.();
    expect(shares.take(MINA, '198.51.100')).not.toBeNull();
  });

  test('one network may hold so many, whoever asks; what tells nobody apart is not counted', () => {
    const shares = new SocketShares({ socketsOfPerson: 2, socketsOfNetwork: 3 });
    const held = [shares.take(MINA, '203.0.113'), shares.take(NOBODY, '203.0.113'), shares.take(NOBODY, '203.0.113')];
    expect(held.includes(null)).toBe(false);
    expect([shares.take(NOBODY, '203.0.113'), shares.take(MINA, '203.0.113')]).toEqual([null, null]);
    // the refusal of the network took nothing of the person's share
    expect(shares.take(MINA, '198.51.100')).not.toBeNull();
    for (let n = 0; n < 10; n += 1) expect(shares.take(NOBODY, null)).not.toBeNull();
  });

  test('one who has their share is told when to come back', async () => {
    const strict = new HandshakeDesk(tokens, { ...DEFAULT_LIMITS, socketsOfNetwork: 1 }, undefined);
    const { token } = await tokens.make({ kind: 'anonymous' });
    const ask = async () => await strict.receive({ token, protocol: PROTOCOL_VERSION }, 0, '203.0.113');
    const first = await ask();
    expect(await ask()).toMatchObject({ ok: false, reason: 'share', problem: { problem: { status: 429, retryAfter: 30 } } });
    if (first.ok) first.held();
    expect(await ask()).toMatchObject({ ok: true });
  });
});

test('the signing key is made once, for the owner only', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-key-'));
  const keys = await Promise.all([1, 2, 3].map(async () => await readOrMakeSigningKey(folder)));
  expect(keys.map((key) => Buffer.from(key).toString('hex'))).toEqual(Array(3).fill(Buffer.from(keys[0] as Uint8Array).toString('hex')));
  expect(keys[0]).toHaveLength(32);
  expect((await stat(join(folder, 'socket-signing-key'))).mode & 0o777).toBe(0o600);
  expect(await readFile(join(folder, 'socket-signing-key'), 'utf8')).toHaveLength(43);
  await rm(folder, { recursive: true });
});
