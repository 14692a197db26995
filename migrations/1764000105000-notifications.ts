import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told in the application, how they wish to be told, and who did which periodic job last. */
export class Notifications1764000105000 implements MigrationInterface {
  name = 'Notifications1764000105000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX mail_waiting ON mail (next_try_at, id) WHERE sent_at IS NULL`);
    await db.query(`CREATE TABLE periodic_job (name text PRIMARY KEY, ran_at timestamptz)`);

    await db.query(`
      CREATE TABLE notification (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        kind text NOT NULL,
        -- what is published anyway, such as titles and times; nothing of a person
        params jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz
      )`);
    await db.query(`CREATE INDEX notification_by_account ON notification (account_id, id)`);
    await db.query(`CREATE INDEX notification_by_conference ON notification (conference_id)`);
    // only what somebody chose: the rest is as src/contract/notifications.ts says
    await db.query(`
      CREATE TABLE notification_preference (
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        kind text NOT NULL,
        in_app boolean NOT NULL,
        mail boolean NOT NULL,
        PRIMARY KEY (account_id, kind)
      )`);

    // up to which revision the speakers of a conference were told; of those that there are, nobody is told what was before
    await db.query(`
      CREATE TABLE notification_cursor (
        conference_id uuid PRIMARY KEY REFERENCES conference ON DELETE CASCADE,
        revision bigint NOT NULL
      )`);
    await db.query(`INSERT INTO notification_cursor (conference_id, revision) SELECT id, revision FROM conference`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE notification_cursor, notification_preference, notification, periodic_job`);
    await db.query(`DROP INDEX mail_waiting`);
  }
}
