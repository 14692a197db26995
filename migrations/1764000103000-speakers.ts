import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Speakers who sign in: their account, photo, availability, answers to their slots, calendar feed; technical notes; reminders. */
export class Speakers1764000103000 implements MigrationInterface {
  name = 'Speakers1764000103000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE speaker
        ADD COLUMN account_id uuid REFERENCES account ON DELETE SET NULL,
        -- the IANA zone in which they plan their days
        ADD COLUMN zone text,
        -- SHA-256 of the photo in speaker_photo, in hex
        ADD COLUMN photo_hash text,
        ADD CONSTRAINT speaker_one_an_account UNIQUE (conference_id, account_id)`);
    await db.query(`CREATE INDEX speaker_by_account ON speaker (account_id) WHERE account_id IS NOT NULL`);

    // in the database and not in a folder: every process serves it, and a backup has it
    await db.query(`
      CREATE TABLE speaker_photo (
        speaker_id uuid PRIMARY KEY REFERENCES speaker ON DELETE CASCADE,
        hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        image bytea NOT NULL
      )`);
    await db.query(`CREATE INDEX speaker_photo_by_hash ON speaker_photo (hash)`);

    // every answer is kept; the last one counts, and undoing it removes it
    await db.query(`
      CREATE TABLE slot_answer (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL,
        session_id uuid NOT NULL,
        speaker_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('confirmed', 'declined', 'change-requested')),
        -- why not, or what they wish for: for organizers only
        reason text NOT NULL DEFAULT '',
        -- the placement that was answered to, as it was; the city may be gone by now
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        city_id uuid NOT NULL,
        answered_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
        FOREIGN KEY (conference_id, speaker_id) REFERENCES speaker (conference_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX slot_answer_by_speaker ON slot_answer (speaker_id, session_id, id)`);
    await db.query(`CREATE INDEX slot_answer_by_session ON slot_answer (session_id)`);

    await db.query(`
      CREATE TABLE availability (
        speaker_id uuid NOT NULL REFERENCES speaker ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        PRIMARY KEY (speaker_id, starts_at),
        CHECK (starts_at < ends_at),
        CONSTRAINT availability_apart EXCLUDE USING gist (speaker_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
      )`);

    await db.query(`
      CREATE TABLE technical_note (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        session_id uuid UNIQUE,
        room_id uuid UNIQUE,
        text text NOT NULL CHECK (text <> ''),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nonnulls(session_id, room_id) = 1),
        FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
        FOREIGN KEY (conference_id, room_id) REFERENCES room (conference_id, id) ON DELETE CASCADE
      )`);

    await db.query(`
      CREATE TABLE speaker_feed (
        id uuid PRIMARY KEY,
        speaker_id uuid NOT NULL UNIQUE REFERENCES speaker ON DELETE CASCADE,
        -- found by the hash; sealed, so that its owner can copy the address again
        secret_hash bytea NOT NULL UNIQUE,
        secret_sealed bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);

    await db.query(`
      CREATE TABLE speaker_reminder (
        speaker_id uuid PRIMARY KEY REFERENCES speaker ON DELETE CASCADE,
        reminded_at timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE TABLE reminder_schedule (
        conference_id uuid PRIMARY KEY REFERENCES conference ON DELETE CASCADE,
        -- so many days before a slot, a speaker who has not answered is reminded
        days_before integer[] NOT NULL CHECK (0 < ALL (days_before) AND 366 > ALL (days_before))
      )`);

    await db.query(`
      CREATE OR REPLACE VIEW account_grant AS
      SELECT account_id, role, conference_id, city_id, venue_id FROM membership
      UNION ALL
      SELECT account_id, 'speaker', conference_id, NULL::uuid, NULL::uuid FROM speaker WHERE account_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE VIEW account_grant AS
      SELECT account_id, role, conference_id, city_id, venue_id FROM membership`);
    await db.query(`DROP TABLE reminder_schedule, speaker_reminder, speaker_feed, technical_note, availability, slot_answer, speaker_photo`);
    await db.query(`ALTER TABLE speaker DROP COLUMN photo_hash, DROP COLUMN zone, DROP COLUMN account_id`);
  }
}
