import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { SignInRequest } from '../../contract/account.js';
import { queueMail } from '../../notifications/queue-mail.js';
import { newId } from '../../platform/new-id.js';
import { problem } from '../../platform/problems/problem-error.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { hashSecret, newCode, newSecret } from '../accounts/secrets.js';

/** For how long a link and its code work. */
export const SIGN_IN_MINUTES = 15;
/** Mails in that time: to one address, whoever asks; and for one browser, whatever it types. */
const MAILS = { address: 5, browser: 10 };

/** `browser`: the mark of the browser that asks (browser-cookie.ts). `origin`: where people reach us. */
export interface WhoAsks {
  browser: string;
  origin: string;
}

/**
 * Sends a mail with a link and a code. Known and unknown addresses take the very same way, so that neither the answer nor
 * its time tells them apart: whether there is an account is asked when the code is shown (verify-sign-in.ts).
 */
@Injectable()
export class RequestSignIn {
  constructor(
    private readonly source: DataSource,
    @Inject(SEALING) private readonly sealing: Sealing,
  ) {}

  async run({ email, language, returnTo }: SignInRequest, { browser, origin }: WhoAsks): Promise<void> {
    await this.source.transaction(async (tx) => {
      const index = this.sealing.emailIndex(email);
      // one after the other for an address, or many at once would pass the limit together
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 7345102554))`, [index.toString('hex')]);
      if ((await asked(tx, 'browser_hash', hashSecret(browser))) >= MAILS.browser) {
        throw problem('too-many-requests', `This browser asked for many codes. Try again in ${SIGN_IN_MINUTES} minutes.`, { retryAfter: SIGN_IN_MINUTES * 60 });
      }
      // said to no one: it would tell that somebody else asked
      if ((await asked(tx, 'email_index', index)) >= MAILS.address) return;
      const id = newId<string>();
      const [token, code] = [newSecret(), newCode()];
      await tx.query(
        `INSERT INTO sign_in (id, email_index, email_sealed, link_hash, code_hash, browser_hash, language, return_to, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now() + make_interval(mins => $9))`,
        [
          id, index, this.sealing.seal(email, `sign_in.email:${id}`), hashSecret(token), hashCode(code, browser), hashSecret(browser), language,
          returnTo ?? null, SIGN_IN_MINUTES,
        ],
      );
      // behind a #: it reaches no server's log and no Referer
      const params = { link: `${origin}/sign-in#${token}`, code, minutes: SIGN_IN_MINUTES };
      await queueMail(tx, this.sealing, { email, language, template: 'sign-in', params });
      await tx.query(`DELETE FROM sign_in WHERE expires_at < now() - interval '1 hour'`);
    });
  }
}

/** With the browser's secret, which is not stored: who has a copy of the database cannot try all codes. */
export function hashCode(code: string, browser: string): Buffer {
  return hashSecret(`${browser}:${code}`);
}

async function asked(tx: EntityManager, column: 'browser_hash' | 'email_index', value: Buffer): Promise<number> {
  const [row] = await tx.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM sign_in WHERE ${column} = $1 AND created_at > now() - make_interval(mins => $2)`,
    [value, SIGN_IN_MINUTES],
  );
  return row?.count ?? 0;
}
