import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log of streams says who did what a person did, and each entry is told to open control rooms as it is written, by whichever process. */
export class StreamEventsTold1764240100000 implements MigrationInterface {
  name = 'StreamEventsTold1764240100000';

  async up(db: QueryRunner): Promise<void> {
    // as in the audit log and the draft's edits: null where it happened by itself
    await db.query(`ALTER TABLE stream_event ADD COLUMN actor text`);
    await db.query(`
      CREATE FUNCTION tell_stream_event() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('stream_event', json_build_object('id', NEW.id::text, 'conference', conference_id)::text) FROM stream_channel WHERE id = NEW.channel_id;
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER tell_stream_event AFTER INSERT ON stream_event FOR EACH ROW EXECUTE FUNCTION tell_stream_event()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER tell_stream_event ON stream_event`);
    await db.query(`DROP FUNCTION tell_stream_event`);
    await db.query(`ALTER TABLE stream_event DROP COLUMN actor`);
  }
}
