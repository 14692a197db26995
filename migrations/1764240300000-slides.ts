import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of a stage: its picture is slides, which stand still, also while its other path shows something that moves. */
export class Slides1764240300000 implements MigrationInterface {
  name = 'Slides1764240300000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE stream_channel ADD slides boolean NOT NULL DEFAULT false`);
    await db.query(`DROP TRIGGER tell_streams ON stream_channel`);
    await db.query(`
      CREATE TRIGGER tell_streams AFTER INSERT OR DELETE OR UPDATE OF languages, access, choice, slides ON stream_channel
        FOR EACH STATEMENT EXECUTE FUNCTION tell_streams()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER tell_streams ON stream_channel`);
    await db.query(`
      CREATE TRIGGER tell_streams AFTER INSERT OR DELETE OR UPDATE OF languages, access, choice ON stream_channel
        FOR EACH STATEMENT EXECUTE FUNCTION tell_streams()`);
    await db.query(`ALTER TABLE stream_channel DROP COLUMN slides`);
  }
}
