import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the rules of placement need to know of rooms, sessions and ways between venues; and the log of the draft's edits. */
export class Board1764130000000 implements MigrationInterface {
  name = 'Board1764130000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE conference
        -- minutes that a session sent by satellite keeps clear at each end of its booked window
        ADD COLUMN satellite_margin_minutes integer NOT NULL DEFAULT 5 CHECK (satellite_margin_minutes BETWEEN 0 AND 120),
        -- the gapless number of the draft's last edit; taken under this row's lock
        ADD COLUMN draft_edit bigint NOT NULL DEFAULT 0 CHECK (draft_edit >= 0)`);
    // in the city's zone; none: always open
    await db.query(`ALTER TABLE room ADD COLUMN opening_hours jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(opening_hours) = 'array')`);
    await db.query(`
      ALTER TABLE session
        -- how long it is to be where it has no slot; null: as long as its kind usually is
        ADD COLUMN duration_minutes integer CHECK (duration_minutes BETWEEN 1 AND 1440),
        -- how it leaves its venue; null: it is not sent
        ADD COLUMN sent_by text CHECK (sent_by IN ('internet', 'satellite')),
        ADD COLUMN needs_equipment text[] NOT NULL DEFAULT '{}',
        ADD COLUMN expected_people integer CHECK (expected_people >= 0),
        -- the draft edit that last put it where it is or took it out; here, since a session that was taken out has no slot
        ADD COLUMN draft_edit bigint NOT NULL DEFAULT 0 CHECK (draft_edit >= 0)`);
    // of an interpreter: the language that they speak into the channel
    await db.query(`ALTER TABLE appearance ADD COLUMN interprets_into text CHECK (interprets_into IS NULL OR role = 'interpreter')`);

    // the way is as long there as back: one row for both directions
    await db.query(`
      CREATE TABLE venue_travel (
        conference_id uuid NOT NULL,
        from_venue uuid NOT NULL,
        to_venue uuid NOT NULL,
        minutes integer NOT NULL CHECK (minutes BETWEEN 0 AND 10080),
        PRIMARY KEY (from_venue, to_venue),
        CHECK (from_venue < to_venue),
        FOREIGN KEY (conference_id, from_venue) REFERENCES venue (conference_id, id) ON DELETE CASCADE,
        FOREIGN KEY (conference_id, to_venue) REFERENCES venue (conference_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX venue_travel_by_conference ON venue_travel (conference_id)`);
    await db.query(`CREATE INDEX venue_travel_back ON venue_travel (to_venue)`);

    await db.query(`
      CREATE TABLE draft_edit (
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        edit bigint NOT NULL CHECK (edit > 0),
        at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        what text NOT NULL,
        -- the client's own: sent twice, it is one
        request_id uuid,
        changes jsonb NOT NULL,
        PRIMARY KEY (conference_id, edit),
        UNIQUE (conference_id, request_id)
      )`);
    await db.query(`CREATE INDEX draft_edit_by_time ON draft_edit (at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE draft_edit, venue_travel`);
    await db.query(`ALTER TABLE appearance DROP COLUMN interprets_into`);
    await db.query(`
      ALTER TABLE session DROP COLUMN draft_edit, DROP COLUMN expected_people, DROP COLUMN needs_equipment, DROP COLUMN sent_by, DROP COLUMN duration_minutes`);
    await db.query(`ALTER TABLE room DROP COLUMN opening_hours`);
    await db.query(`ALTER TABLE conference DROP COLUMN draft_edit, DROP COLUMN satellite_margin_minutes`);
  }
}
