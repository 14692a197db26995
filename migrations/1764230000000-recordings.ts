import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What of the stages is kept, of which session, and what of it may be seen. The media themselves are in the storage of recordings. */
export class Recordings1764230000000 implements MigrationInterface {
  name = 'Recordings1764230000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE stream_channel ADD COLUMN recording text NOT NULL DEFAULT 'keep' CHECK (recording IN ('off', 'keep', 'publish'))`);

    // what a session's own people decided, whatever its stage does
    await db.query(`
      CREATE TABLE recording_choice (
        session_id uuid PRIMARY KEY REFERENCES session ON DELETE CASCADE,
        wanted boolean NOT NULL
      )`);

    await db.query(`
      CREATE TABLE recording (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        -- a recording outlives its session, room and stage: only a person removes it
        session_id uuid REFERENCES session ON DELETE SET NULL,
        title text NOT NULL,
        channel_id uuid NOT NULL,
        city_id uuid REFERENCES city ON DELETE SET NULL,
        access text NOT NULL CHECK (access IN ('public', 'registered')),
        state text NOT NULL DEFAULT 'recording' CHECK (state IN ('recording', 'ready', 'published', 'withdrawn', 'failed')),
        failure text CHECK (failure IN ('storage-full', 'over-limit', 'storage-failed')),
        starts_at timestamptz NOT NULL,
        ends_at timestamptz,
        shown_from timestamptz,
        shown_to timestamptz,
        -- in the addresses of its media; another one once it was withdrawn
        media_key text NOT NULL UNIQUE,
        tracks jsonb NOT NULL,
        changed_at timestamptz NOT NULL DEFAULT now(),
        CHECK (ends_at >= starts_at),
        CHECK ((state = 'recording') = (ends_at IS NULL)),
        CHECK (failure IS NULL OR state <> 'recording'),
        CHECK (state <> 'failed' OR failure IS NOT NULL),
        CHECK (shown_from < shown_to),
        UNIQUE (session_id, channel_id)
      )`);
    await db.query(`CREATE INDEX recording_by_conference ON recording (conference_id, starts_at)`);
    await db.query(`CREATE INDEX recording_by_channel ON recording (channel_id)`);
    await db.query(`CREATE INDEX recording_under_way ON recording (id) WHERE state = 'recording'`);

    // One row for each segment of a channel's timeline that is kept, all tracks. Belongs to the storage, not to a conference: it is
    // there until its files are gone.
    await db.query(`
      CREATE TABLE recorded_segment (
        channel_id uuid NOT NULL,
        sequence bigint NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        discontinuity boolean NOT NULL,
        -- by track: { file, init, duration }
        tracks jsonb NOT NULL,
        inits text[] NOT NULL,
        bytes bigint NOT NULL,
        PRIMARY KEY (channel_id, sequence)
      )`);
    await db.query(`CREATE INDEX recorded_segment_by_time ON recorded_segment (channel_id, starts_at)`);

    // what is to be removed from the storage; whatever takes a recording away, it is not forgotten
    await db.query(`
      CREATE TABLE recording_leftover (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        channel_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz
      )`);
    await db.query(`
      CREATE FUNCTION recording_leaves_files() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO recording_leftover (channel_id, starts_at, ends_at) VALUES (OLD.channel_id, OLD.starts_at, OLD.ends_at);
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER recording_leaves_files AFTER DELETE ON recording FOR EACH ROW EXECUTE FUNCTION recording_leaves_files()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE recording_leftover, recorded_segment, recording, recording_choice`);
    await db.query(`DROP FUNCTION recording_leaves_files`);
    await db.query(`ALTER TABLE stream_channel DROP COLUMN recording`);
  }
}
