import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What sign-in needs beyond the tables of People: recovery codes, counted failures, and word to all processes when an actor changes. */
export class SignIn1764000101000 implements MigrationInterface {
  name = 'SignIn1764000101000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE sign_in ADD COLUMN return_to text`);
    await db.query(`CREATE INDEX sign_in_by_browser ON sign_in (browser_hash, created_at)`);

    await db.query(`
      CREATE TABLE recovery_code (
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        code_hash bytea NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (account_id, code_hash)
      )`);
    await db.query(`
      CREATE TABLE wrong_codes (
        account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
        count integer NOT NULL,
        since timestamptz NOT NULL
      )`);

    // the first administrator's link is for whoever has the terminal: no address is known
    await db.query(`
      ALTER TABLE invitation ALTER COLUMN email_index DROP NOT NULL, ALTER COLUMN email_sealed DROP NOT NULL,
        ADD CONSTRAINT invitation_has_address CHECK (role = 'administrator' OR (email_index IS NOT NULL AND email_sealed IS NOT NULL))`);

    // in the database, so that no way to end a session or a role forgets it: see realtime/actor-changes.ts
    await db.query(`
      CREATE FUNCTION tell_session_ended() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('actor_changed', json_build_object('accountId', OLD.account_id, 'sessionId', OLD.id)::text);
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER tell_session_ended AFTER DELETE ON auth_session FOR EACH ROW EXECUTE FUNCTION tell_session_ended()`);
    await db.query(`
      CREATE FUNCTION tell_membership_ended() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('actor_changed', json_build_object('accountId', OLD.account_id)::text);
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER tell_membership_ended AFTER DELETE OR UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION tell_membership_ended()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER tell_membership_ended ON membership`);
    await db.query(`DROP TRIGGER tell_session_ended ON auth_session`);
    await db.query(`DROP FUNCTION tell_membership_ended, tell_session_ended`);
    await db.query(`DELETE FROM invitation WHERE email_index IS NULL OR email_sealed IS NULL`);
    await db.query(`
      ALTER TABLE invitation DROP CONSTRAINT invitation_has_address,
        ALTER COLUMN email_index SET NOT NULL, ALTER COLUMN email_sealed SET NOT NULL`);
    await db.query(`DROP TABLE wrong_codes, recovery_code`);
    await db.query(`DROP INDEX sign_in_by_browser`);
    await db.query(`ALTER TABLE sign_in DROP COLUMN return_to`);
  }
}
