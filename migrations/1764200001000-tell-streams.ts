import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every way in which channels, inputs or the run of show change, also a room that takes its stage with it, is told to whoever runs them. */
export class TellStreams1764200001000 implements MigrationInterface {
  name = 'TellStreams1764200001000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION tell_streams() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('streams_changed', '');
        RETURN NULL;
      END $$`);
    // what runs them writes the state itself
    await db.query(`
      CREATE TRIGGER tell_streams AFTER INSERT OR DELETE OR UPDATE OF languages, access, choice ON stream_channel
        FOR EACH STATEMENT EXECUTE FUNCTION tell_streams()`);
    await db.query(`CREATE TRIGGER tell_streams AFTER INSERT OR DELETE OR UPDATE ON stream_input FOR EACH STATEMENT EXECUTE FUNCTION tell_streams()`);
    await db.query(`CREATE TRIGGER tell_streams AFTER INSERT OR DELETE OR UPDATE ON hand_over FOR EACH STATEMENT EXECUTE FUNCTION tell_streams()`);
    // who watched as anyone, and may no longer
    await db.query(`
      CREATE FUNCTION channel_ends_playback() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- not locked by each who begins to watch: a moment longer, for those whose tokens are being made
        INSERT INTO playback_revocation (subject, at) VALUES (sha256(convert_to('anyone:' || OLD.id, 'UTF8')), clock_timestamp() + interval '5 seconds');
        PERFORM pg_notify('playback_revoked', '');
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER channel_ends_playback AFTER UPDATE OF access ON stream_channel FOR EACH ROW
        WHEN (OLD.access = 'public' AND NEW.access <> 'public') EXECUTE FUNCTION channel_ends_playback()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER channel_ends_playback ON stream_channel`);
    await db.query(`DROP TRIGGER tell_streams ON hand_over`);
    await db.query(`DROP TRIGGER tell_streams ON stream_input`);
    await db.query(`DROP TRIGGER tell_streams ON stream_channel`);
    await db.query(`DROP FUNCTION channel_ends_playback, tell_streams`);
  }
}
