import type { DataSource, EntityManager } from 'typeorm';
import { problem } from '../../platform/problems/problem-error.js';

const MOST = 5;
const MINUTES = 15;

/**
 * Checks a code that is short enough to be guessed: five wrong ones, and none is looked at for a quarter of an hour.
 * `check` says whether it is right, in the transaction that counts.
 * @throws ProblemError `too-many-tries` or `code-wrong`
 */
export async function checkCode(source: DataSource, accountId: string, check: (tx: EntityManager) => Promise<boolean>): Promise<void> {
  // thrown after the commit: a wrong one must stay counted
  const refused = await source.transaction(async (tx) => {
    await tx.query(`SELECT 1 FROM account WHERE id = $1 FOR UPDATE`, [accountId]);
    const [wrong] = await tx.query<{ count: number; secondsLeft: number }[]>(
      `SELECT count, ceil(extract(epoch FROM since + make_interval(mins => $2) - now()))::int AS "secondsLeft" FROM wrong_codes WHERE account_id = $1`,
      [accountId, MINUTES],
    );
    if (wrong !== undefined && wrong.secondsLeft > 0 && wrong.count >= MOST) {
      return problem('too-many-tries', `Too many wrong codes. Try again in ${MINUTES} minutes.`, { retryAfter: wrong.secondsLeft });
    }
    if (await check(tx)) {
      await tx.query(`DELETE FROM wrong_codes WHERE account_id = $1`, [accountId]);
      return null;
    }
    await tx.query(
      `INSERT INTO wrong_codes AS w (account_id, count, since) VALUES ($1, 1, now()) ON CONFLICT (account_id) DO UPDATE
       SET count = CASE WHEN w.since < now() - make_interval(mins => $2) THEN 1 ELSE w.count + 1 END,
           since = CASE WHEN w.since < now() - make_interval(mins => $2) THEN now() ELSE w.since END`,
      [accountId, MINUTES],
    );
    return problem('code-wrong', 'That code is not right, or was used already. Wait for the next one.', { errors: [{ path: '/code', message: 'This code is not right, or was used already.' }] });
  });
  if (refused !== null) throw refused;
}
