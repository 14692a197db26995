import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import type { EntityManager } from 'typeorm';
import { hashSecret } from '../accounts/secrets.js';
import { findPasskey, passkeyRefused, refuseAddress, verifyProof, webAuthn, type Party } from '../second-factor/passkeys.js';

const MINUTES = 5;

/** Asks for any passkey that the device holds for us: it says itself whose it is. The challenge is this browser's, and good for one answer. */
export async function beginPasskeySignIn(tx: EntityManager, browser: string, party: Party): Promise<PublicKeyCredentialRequestOptionsJSON> {
  refuseAddress(party);
  const { generateAuthenticationOptions } = await webAuthn();
  const options = await generateAuthenticationOptions({ rpID: party.hostname, allowCredentials: [], userVerification: 'required' });
  await tx.query(`DELETE FROM sign_in_challenge WHERE expires_at < now()`);
  await tx.query(
    `INSERT INTO sign_in_challenge (browser_hash, challenge, expires_at) VALUES ($1, $2, now() + make_interval(mins => $3))
     ON CONFLICT (browser_hash) DO UPDATE SET challenge = EXCLUDED.challenge, expires_at = EXCLUDED.expires_at`,
    [hashSecret(browser), options.challenge, MINUTES],
  );
  return options;
}

/** The challenge that waits for this browser, once; null where there is none. Taken in a transaction of its own, so that a refusal uses it up. */
export async function takeSignInChallenge(tx: EntityManager, browser: string | null): Promise<string | null> {
  if (browser === null) return null;
  const [row] = await tx.query<{ challenge: string }[]>(
    `WITH taken AS (DELETE FROM sign_in_challenge WHERE browser_hash = $1 RETURNING challenge, expires_at > now() AS fresh) SELECT challenge FROM taken WHERE fresh`,
    [hashSecret(browser)],
  );
  return row?.challenge ?? null;
}

/**
 * Whose account the passkey opens. Two factors in one: the device has the key, and its PIN, finger or face was checked.
 * @throws ProblemError `passkey-refused`, the same for an unknown passkey, another site's, an old challenge and one without that check
 */
export async function accountOfPasskey(tx: EntityManager, challenge: string | null, party: Party, answer: AuthenticationResponseJSON): Promise<string> {
  const passkey = challenge === null ? undefined : await findPasskey(tx, answer.id);
  if (challenge === null || passkey === undefined) throw passkeyRefused();
  await verifyProof(tx, passkey, { challenge, party, answer, mustVerifyUser: true });
  return passkey.accountId;
}
