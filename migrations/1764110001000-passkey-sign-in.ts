import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a passkey is to sign to open a session, in the browser that asked: nobody is known yet. */
export class PasskeySignIn1764110001000 implements MigrationInterface {
  name = 'PasskeySignIn1764110001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE sign_in_challenge (browser_hash bytea PRIMARY KEY, challenge text NOT NULL, expires_at timestamptz NOT NULL)`);
    await db.query(`CREATE INDEX sign_in_challenge_by_end ON sign_in_challenge (expires_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE sign_in_challenge`);
  }
}
