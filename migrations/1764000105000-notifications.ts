import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people are told in the application, how they wish to be told, and who did which periodic job last. */
export class Notifications1764000105000 implements MigrationInterface {
  name = 'Notifications1764000105000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX mail_waiting ON mail (next_try_at, id) WHERE sent_at IS NULL`);

    await db.query(`CREATE TABLE periodic_job (name text PRIMARY KEY, ran_at timestamptz)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE periodic_job`);
    await db.query(`DROP INDEX mail_waiting`);
  }
}
