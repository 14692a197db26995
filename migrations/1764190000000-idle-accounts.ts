import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody last signed in, kept beyond their sessions: an account that nobody uses is erased some day. */
export class IdleAccounts1764190000000 implements MigrationInterface {
  name = 'IdleAccounts1764190000000';

  async up(db: QueryRunner): Promise<void> {
    // of those who signed in before it was written down, the time counts from now
    await db.query(`ALTER TABLE account ADD COLUMN signed_in_at timestamptz NOT NULL DEFAULT now()`);
    await db.query(`CREATE INDEX account_by_sign_in ON account (signed_in_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE account DROP COLUMN signed_in_at`);
  }
}
