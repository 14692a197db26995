import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Runs of the automatic schedule tell what they cost term by term, and equipment is one of the terms: what earlier runs wrote down
 * can't be told so, and is forgotten. What was taken of them is in the draft and in its log.
 */
export class PlanRunsAnew1764220000000 implements MigrationInterface {
  name = 'PlanRunsAnew1764220000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM plan_run`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM plan_run`);
  }
}
