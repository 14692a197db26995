import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SignInProof } from '../../contract/account.js';
import { problem, type ProblemError } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { findOrMakeAccount } from '../accounts/find-or-make-account.js';
import { hashSecret } from '../accounts/secrets.js';
import { hashCode } from './request-sign-in.js';

/** Codes that may be tried for one mail. */
const TRIES = 5;

interface SignInRow {
  id: string;
  email: Buffer;
  codeHash: Buffer;
  browserHash: Buffer;
  tries: number;
  language: string;
  returnTo: string | null;
  isUsed: boolean;
  isExpired: boolean;
}

export interface Verified {
  accountId: string;
  returnTo: string | null;
}

/**
 * Takes the code or the link's secret, once, from the browser that asked for it.
 * Refuses with `sign-in-expired`, `sign-in-used`, `sign-in-other-browser`, `code-wrong` or `too-many-tries`.
 */
@Injectable()
export class VerifySignIn {
  constructor(
    private readonly source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  /** `proceed` runs in the transaction that uses the code up. */
  async run<T>(proof: SignInProof, browser: string | null, proceed: (tx: EntityManager, verified: Verified) => Promise<T>): Promise<T> {
    // a refusal is returned and thrown after the commit: a wrong try must stay counted
    const result = await this.source.transaction(async (tx): Promise<{ refused: ProblemError } | { value: T }> => {
      const row = 'token' in proof ? await find(tx, 'link_hash', hashSecret(proof.token)) : browser === null ? undefined : await find(tx, 'browser_hash', hashSecret(browser));
      const refused = refusal(row, proof, browser);
      if (row === undefined || refused !== null) {
        if (row !== undefined && refused?.problem.type.endsWith(':code-wrong') === true) await tx.query(`UPDATE sign_in SET tries = tries + 1 WHERE id = $1`, [row.id]);
        return { refused: refused ?? EXPIRED() };
      }
      await tx.query(`UPDATE sign_in SET used_at = now() WHERE id = $1`, [row.id]);
      const email = this.sealing.open(row.email, `sign_in.email:${row.id}`);
      const { accountId } = await findOrMakeAccount(tx, this.sealing, email, row.language);
      return { value: await proceed(tx, { accountId, returnTo: row.returnTo }) };
    });
    if ('refused' in result) throw result.refused;
    return result.value;
  }
}

const EXPIRED = (): ProblemError => problem('sign-in-expired', 'This link or code is no longer valid: ask for a new one.');

function refusal(row: SignInRow | undefined, proof: SignInProof, browser: string | null): ProblemError | null {
  if (row === undefined) {
    return 'code' in proof && browser === null
      ? problem('sign-in-other-browser', 'No code was asked for in this browser. Type it where you asked for it, or ask for a new one here.')
      : EXPIRED();
  }
  if (browser === null || !timingSafeEqual(row.browserHash, hashSecret(browser))) {
    return problem('sign-in-other-browser', 'This link works only in the browser in which you asked for it. Open it there, or ask for a new one here.');
  }
  if (row.isUsed) return problem('sign-in-used', 'This link or code was used already: each works once. Ask for a new one.');
  if (row.isExpired) return EXPIRED();
  if ('token' in proof) return null;
  if (row.tries >= TRIES) return problem('too-many-tries', 'Too many wrong codes: this one no longer works. Ask for a new one.');
  if (timingSafeEqual(row.codeHash, hashCode(proof.code, browser))) return null;
  return problem('code-wrong', 'That is not the code of the last mail. Check its digits.', { errors: [{ path: '/code', message: 'This is not the code of the last mail.' }] });
}

/** The newest; locked, so that of two who show the same code at once one is refused. */
async function find(tx: EntityManager, column: 'link_hash' | 'browser_hash', value: Buffer): Promise<SignInRow | undefined> {
  const [row] = await tx.query<SignInRow[]>(
    `SELECT id, email_sealed AS email, code_hash AS "codeHash", browser_hash AS "browserHash", tries, language, return_to AS "returnTo",
            used_at IS NOT NULL AS "isUsed", expires_at < now() AS "isExpired"
     FROM sign_in WHERE ${column} = $1 ORDER BY created_at DESC LIMIT 1 FOR UPDATE`,
    [value],
  );
  return row;
}
