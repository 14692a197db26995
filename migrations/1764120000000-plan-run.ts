import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of the automatic schedule: kept here, so that a client that reloads and another process find them. */
export class PlanRun1764120000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE plan_run (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        actor text NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'stopping', 'done', 'cancelled', 'failed', 'taken')),
        wanted jsonb NOT NULL,
        sessions integer NOT NULL CHECK (sessions >= 0),
        progress jsonb,
        outcome jsonb,
        started_at timestamptz NOT NULL DEFAULT now(),
        -- its process says every second that it lives
        alive_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz
      )`);
    await db.query(`CREATE INDEX plan_run_by_conference ON plan_run (conference_id, started_at DESC)`);
    // one at a time: two would fill the same places
    await db.query(`CREATE UNIQUE INDEX plan_run_one_at_a_time ON plan_run (conference_id) WHERE state IN ('running', 'stopping')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE plan_run`);
  }
}
