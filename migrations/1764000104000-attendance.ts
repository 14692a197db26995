import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part where, with which ticket, and who was let in. Of somebody who was erased only a count is left. */
export class Attendance1764000104000 implements MigrationInterface {
  name = 'Attendance1764000104000';

  async up(db: QueryRunner): Promise<void> {
    // who came first is told by it and not by a clock
    await db.query(`CREATE SEQUENCE waitlist_order`);
    await db.query(`
      CREATE TABLE registration (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        -- null: takes part from afar
        venue_id uuid,
        state text NOT NULL CHECK (state IN ('confirmed', 'waitlisted', 'cancelled')),
        waitlist_order bigint,
        -- only where somebody gave it, because a door asks for it
        legal_name_sealed bytea,
        created_at timestamptz NOT NULL DEFAULT now(),
        UNIQUE (account_id, conference_id),
        UNIQUE (conference_id, id),
        CHECK ((state = 'waitlisted') = (waitlist_order IS NOT NULL)),
        CHECK (state <> 'waitlisted' OR venue_id IS NOT NULL),
        FOREIGN KEY (conference_id, venue_id) REFERENCES venue (conference_id, id)
      )`);
    await db.query(`CREATE INDEX registration_confirmed ON registration (venue_id) WHERE state = 'confirmed'`);
    await db.query(`CREATE INDEX registration_waitlist ON registration (venue_id, waitlist_order) WHERE state = 'waitlisted'`);
    await db.query(`CREATE INDEX registration_by_conference ON registration (conference_id)`);

    await db.query(`
      CREATE TABLE ticket (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL,
        registration_id uuid NOT NULL,
        -- what is typed at the door where nothing can be scanned
        short_code text NOT NULL CHECK (short_code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
        issued_at timestamptz NOT NULL DEFAULT now(),
        revoked_at timestamptz,
        UNIQUE (conference_id, short_code),
        FOREIGN KEY (conference_id, registration_id) REFERENCES registration (conference_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE UNIQUE INDEX ticket_one_in_force ON ticket (registration_id) WHERE revoked_at IS NULL`);

    await db.query(`
      CREATE TABLE check_in (
        -- the device's own: sent twice, it is one
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL,
        registration_id uuid NOT NULL,
        ticket_id uuid NOT NULL REFERENCES ticket ON DELETE CASCADE,
        venue_id uuid NOT NULL,
        -- when the device let them in, which may be long before it could say so
        at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        -- null: the operator, or somebody who was erased
        by_account uuid REFERENCES account ON DELETE SET NULL,
        -- what the staff call the door
        device text NOT NULL DEFAULT '',
        undone_at timestamptz,
        FOREIGN KEY (conference_id, registration_id) REFERENCES registration (conference_id, id) ON DELETE CASCADE,
        FOREIGN KEY (conference_id, venue_id) REFERENCES venue (conference_id, id)
      )`);
    // of the person and not of the ticket: who got a new one is not let in with both
    await db.query(`CREATE UNIQUE INDEX check_in_once ON check_in (registration_id) WHERE undone_at IS NULL`);
    await db.query(`CREATE INDEX check_in_by_venue ON check_in (venue_id)`);
    await db.query(`CREATE INDEX check_in_by_ticket ON check_in (ticket_id)`);
    await db.query(`CREATE INDEX check_in_by_account ON check_in (by_account)`);

    // how many there were of those who were erased, and nothing else of them
    await db.query(`
      CREATE TABLE erased_attendance (
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        venue_id uuid,
        registered integer NOT NULL DEFAULT 0,
        checked_in integer NOT NULL DEFAULT 0,
        UNIQUE NULLS NOT DISTINCT (conference_id, venue_id),
        FOREIGN KEY (conference_id, venue_id) REFERENCES venue (conference_id, id) ON DELETE CASCADE
      )`);

    await db.query(`
      CREATE TABLE erasure_code (
        account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
        code_hash bytea NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        expires_at timestamptz NOT NULL
      )`);

    await db.query(`
      CREATE OR REPLACE VIEW account_grant AS
      SELECT account_id, role, conference_id, city_id, venue_id FROM membership
      UNION ALL
      SELECT account_id, 'speaker', conference_id, NULL::uuid, NULL::uuid FROM speaker WHERE account_id IS NOT NULL
      UNION ALL
      SELECT account_id, 'attendee', conference_id, NULL::uuid, NULL::uuid FROM registration WHERE state = 'confirmed'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE VIEW account_grant AS
      SELECT account_id, role, conference_id, city_id, venue_id FROM membership
      UNION ALL
      SELECT account_id, 'speaker', conference_id, NULL::uuid, NULL::uuid FROM speaker WHERE account_id IS NOT NULL`);
    await db.query(`DROP TABLE erasure_code, erased_attendance, check_in, ticket, registration`);
    await db.query(`DROP SEQUENCE waitlist_order`);
  }
}
