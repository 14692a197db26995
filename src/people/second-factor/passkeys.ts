import type {
  AuthenticationResponseJSON, PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON, RegistrationResponseJSON,
} from '@simplewebauthn/server';
import { isIP } from 'node:net';
import type { EntityManager } from 'typeorm';
import { problem } from '../../platform/problems/problem-error.js';
import { keepChallenge, takeChallenge } from './challenges.js';

/** Where the page is that asks: its host is the party to whom a passkey belongs. */
export type Party = Pick<URL, 'hostname' | 'origin'>;

interface PasskeyRow {
  id: string;
  accountId: string;
  publicKey: Buffer;
  counter: string;
  transports: string[];
}

const MOST_PASSKEYS = 20;

/** Read when the first passkey is asked for: its three hundred files are a tenth of what a start reads. */
export const webAuthn = async () => await import('@simplewebauthn/server');

export async function beginPasskey(tx: EntityManager, accountId: string, party: Party): Promise<PublicKeyCredentialCreationOptionsJSON> {
  refuseAddress(party);
  const held = await readPasskeys(tx, accountId);
  if (held.length >= MOST_PASSKEYS) throw problem('conflict', `An account has ${MOST_PASSKEYS} passkeys at most. Remove one first.`);
  const [account] = await tx.query<[{ handle: string }]>(`SELECT handle FROM account WHERE id = $1`, [accountId]);
  const { generateRegistrationOptions } = await webAuthn();
  const options = await generateRegistrationOptions({
    rpName: 'Meridian',
    rpID: party.hostname,
    userName: account.handle,
    userDisplayName: account.handle,
    userID: new Uint8Array(Buffer.from(accountId)),
    excludeCredentials: held.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  });
  await keepChallenge(tx, accountId, options.challenge);
  return options;
}

export async function addPasskey(tx: EntityManager, accountId: string, party: Party, label: string, answer: RegistrationResponseJSON): Promise<void> {
  const expectedChallenge = await takeChallenge(tx, accountId);
  const { verifyRegistrationResponse } = await webAuthn();
  const { verified, registrationInfo } = await understood(async () =>
    await verifyRegistrationResponse({ response: answer, expectedChallenge, expectedOrigin: party.origin, expectedRPID: party.hostname, requireUserVerification: false }),
  );
  if (!verified) throw passkeyRefused();
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
  const made: unknown[] = await tx.query(
    `INSERT INTO passkey (id, account_id, public_key, counter, transports, label) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING RETURNING id`,
    [id, accountId, Buffer.from(publicKey), counter, transports, label],
  );
  if (made.length === 0) throw problem('conflict', 'This passkey is known already.');
}

export async function beginPasskeyProof(tx: EntityManager, accountId: string, party: Party): Promise<PublicKeyCredentialRequestOptionsJSON> {
  refuseAddress(party);
  const held = await readPasskeys(tx, accountId);
  if (held.length === 0) throw problem('not-found', 'This account has no passkey.');
  const { generateAuthenticationOptions } = await webAuthn();
  const options = await generateAuthenticationOptions({
    rpID: party.hostname,
    allowCredentials: held.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'preferred',
  });
  await keepChallenge(tx, accountId, options.challenge);
  return options;
}

/** @throws ProblemError `passkey-refused` for one of another account, another site or an old challenge, or a copy of one (its counter went back) */
export async function provePasskey(tx: EntityManager, accountId: string, party: Party, answer: AuthenticationResponseJSON): Promise<void> {
  const expectedChallenge = await takeChallenge(tx, accountId);
  const passkey = (await readPasskeys(tx, accountId)).find(({ id }) => id === answer.id);
  if (passkey === undefined) throw passkeyRefused();
  await verifyProof(tx, passkey, { challenge: expectedChallenge, party, answer, mustVerifyUser: false });
}

interface Proof {
  challenge: string;
  party: Party;
  answer: AuthenticationResponseJSON;
  /** Whether the device must have checked a PIN, finger or face: needed where the passkey stands alone. */
  mustVerifyUser: boolean;
}

/** @throws ProblemError `passkey-refused` */
export async function verifyProof(tx: EntityManager, passkey: PasskeyRow, { challenge, party, answer, mustVerifyUser }: Proof): Promise<void> {
  const { verifyAuthenticationResponse } = await webAuthn();
  const { verified, authenticationInfo } = await understood(async () =>
    await verifyAuthenticationResponse({
      response: answer,
      expectedChallenge: challenge,
      expectedOrigin: party.origin,
      expectedRPID: party.hostname,
      credential: { id: passkey.id, publicKey: new Uint8Array(passkey.publicKey), counter: Number(passkey.counter) },
      requireUserVerification: mustVerifyUser,
    }),
  );
  if (!verified) throw passkeyRefused();
  await tx.query(`UPDATE passkey SET counter = $2 WHERE id = $1`, [passkey.id, authenticationInfo.newCounter]);
}

const COLUMNS = `id, account_id AS "accountId", public_key AS "publicKey", counter, transports`;

async function readPasskeys(tx: EntityManager, accountId: string): Promise<PasskeyRow[]> {
  return await tx.query<PasskeyRow[]>(`SELECT ${COLUMNS} FROM passkey WHERE account_id = $1 ORDER BY created_at`, [accountId]);
}

/** Whoever's it is. Locked, so that of two who show the same answer at once one sees the other's counter. */
export async function findPasskey(tx: EntityManager, id: string): Promise<PasskeyRow | undefined> {
  const [row] = await tx.query<PasskeyRow[]>(`SELECT ${COLUMNS} FROM passkey WHERE id = $1 FOR UPDATE`, [id]);
  return row;
}

export const passkeyRefused = () => problem('passkey-refused', 'This passkey was not accepted. Try again, or use another one.');

/** The library throws at whatever does not fit: to us, each of those is a refusal. */
async function understood<T>(verify: () => Promise<T>): Promise<T> {
  try {
    return await verify();
  } catch {
    throw passkeyRefused();
  }
}

/** Browsers make no passkey for a bare address. */
export function refuseAddress({ hostname }: Party): void {
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) {
    throw problem('passkey-refused', 'Passkeys need a name, not an address of numbers: open this page as http://localhost or under its domain, or use an authenticator app.');
  }
}
