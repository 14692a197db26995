import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The place (conference, cities, venues, rooms), the agenda (sessions, slots, releases) and its revision log.
 *
 * Double booking is impossible here, not in the application: `slot_room_free` and `speaker_booking_free` are exclusion
 * constraints. They are deferred, so that one transaction may swap two sessions, and spare cancelled and waived slots.
 */
export class PlaceAndAgenda1763900000000 implements MigrationInterface {
  name = 'PlaceAndAgenda1763900000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);

    await db.query(`
      CREATE TABLE conference (
        id uuid PRIMARY KEY,
        slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$'),
        title text NOT NULL CHECK (title <> ''),
        status text NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'published', 'live', 'ended')),
        zone text NOT NULL,
        languages text[] NOT NULL DEFAULT '{en}',
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        accent text,
        url text,
        grid_minutes integer NOT NULL DEFAULT 5 CHECK (grid_minutes BETWEEN 1 AND 240),
        -- the gapless number of the published agenda; taken under this row's lock
        revision bigint NOT NULL DEFAULT 0 CHECK (revision >= 0),
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK (starts_on <= ends_on)
      )`);

    await db.query(`
      CREATE TABLE city (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        name text NOT NULL CHECK (name <> ''),
        country text CHECK (country ~ '^[A-Z]{2}$'),
        zone text NOT NULL,
        latitude double precision CHECK (latitude BETWEEN -90 AND 90),
        longitude double precision CHECK (longitude BETWEEN -180 AND 180),
        position integer NOT NULL DEFAULT 0,
        UNIQUE (conference_id, name),
        UNIQUE (conference_id, id)
      )`);

    await db.query(`
      CREATE TABLE venue (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        city_id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        address text NOT NULL DEFAULT '',
        access_notes text NOT NULL DEFAULT '',
        capacity integer CHECK (capacity >= 0),
        UNIQUE (city_id, name),
        UNIQUE (conference_id, id),
        FOREIGN KEY (conference_id, city_id) REFERENCES city (conference_id, id)
      )`);

    await db.query(`
      CREATE TABLE room (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        venue_id uuid NOT NULL,
        name text NOT NULL CHECK (name <> ''),
        capacity integer CHECK (capacity >= 0),
        position integer NOT NULL DEFAULT 0,
        equipment text[] NOT NULL DEFAULT '{}',
        changeover_minutes integer NOT NULL DEFAULT 0 CHECK (changeover_minutes BETWEEN 0 AND 240),
        shared boolean NOT NULL DEFAULT false,
        -- where it came from, for imports: the source's name and the room's key in it
        source text NOT NULL DEFAULT '',
        source_key text,
        -- what a source says of it that we only keep and hand on
        upstream jsonb NOT NULL DEFAULT '{}',
        UNIQUE (venue_id, name),
        UNIQUE (conference_id, id),
        UNIQUE (conference_id, source, source_key),
        FOREIGN KEY (conference_id, venue_id) REFERENCES venue (conference_id, id)
      )`);

    await db.query(`
      CREATE TABLE uplink (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        venue_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('internet', 'satellite')),
        name text NOT NULL CHECK (name <> ''),
        UNIQUE (venue_id, name),
        FOREIGN KEY (conference_id, venue_id) REFERENCES venue (conference_id, id) ON DELETE CASCADE
      )`);
    await db.query(`
      CREATE TABLE uplink_booking (
        id uuid PRIMARY KEY,
        uplink_id uuid NOT NULL REFERENCES uplink ON DELETE CASCADE,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        CHECK (starts_at < ends_at),
        CONSTRAINT uplink_booking_free EXCLUDE USING gist (uplink_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
      )`);

    await db.query(`
      CREATE TABLE track (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        name text NOT NULL CHECK (name <> ''),
        colour text,
        position integer NOT NULL DEFAULT 0,
        UNIQUE (conference_id, name),
        UNIQUE (conference_id, id)
      )`);

    await db.query(`
      CREATE TABLE speaker (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        name text NOT NULL CHECK (name <> ''),
        biography text NOT NULL DEFAULT '',
        source text NOT NULL DEFAULT '',
        source_key text,
        upstream jsonb NOT NULL DEFAULT '{}',
        UNIQUE (conference_id, id),
        UNIQUE (conference_id, source, source_key)
      )`);
    await db.query(`CREATE INDEX speaker_by_name ON speaker (conference_id, name, id)`);

    await db.query(`
      CREATE TABLE session (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        title text NOT NULL CHECK (title <> ''),
        subtitle text NOT NULL DEFAULT '',
        kind text NOT NULL DEFAULT 'talk'
          CHECK (kind IN ('keynote', 'panel', 'talk', 'statement', 'performance', 'workshop', 'break', 'other')),
        language text,
        track_id uuid,
        abstract text NOT NULL DEFAULT '',
        description text NOT NULL DEFAULT '',
        url text,
        source text NOT NULL DEFAULT '',
        source_key text,
        upstream jsonb NOT NULL DEFAULT '{}',
        UNIQUE (conference_id, id),
        UNIQUE (conference_id, source, source_key),
        FOREIGN KEY (conference_id, track_id) REFERENCES track (conference_id, id)
      )`);

    await db.query(`
      CREATE TABLE appearance (
        session_id uuid NOT NULL,
        speaker_id uuid NOT NULL,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        role text NOT NULL DEFAULT 'speaker' CHECK (role IN ('speaker', 'moderator', 'interpreter')),
        mode text NOT NULL DEFAULT 'on-site' CHECK (mode IN ('on-site', 'remote')),
        position integer NOT NULL,
        PRIMARY KEY (session_id, speaker_id),
        FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
        FOREIGN KEY (conference_id, speaker_id) REFERENCES speaker (conference_id, id)
      )`);
    await db.query(`CREATE INDEX appearance_by_speaker ON appearance (speaker_id)`);

    await db.query(`
      CREATE TABLE slot (
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        session_id uuid NOT NULL,
        -- what organizers edit, and what the audience sees: each session has at most one slot in each
        plan text NOT NULL CHECK (plan IN ('draft', 'published')),
        room_id uuid NOT NULL,
        starts_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL,
        anchor text NOT NULL DEFAULT 'floating' CHECK (anchor IN ('fixed', 'floating')),
        cancelled boolean NOT NULL DEFAULT false,
        cancel_reason text NOT NULL DEFAULT '',
        waived_at timestamptz,
        waived_by text,
        waiver_reason text,
        -- set by the trigger slot_occupies: the room's time with its changeover, and whether the room may be shared
        occupied tstzrange NOT NULL,
        room_shared boolean NOT NULL,
        PRIMARY KEY (session_id, plan),
        CHECK (starts_at < ends_at),
        CHECK ((waived_at IS NULL) = (waived_by IS NULL) AND (waived_at IS NULL) = (waiver_reason IS NULL)),
        FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE,
        FOREIGN KEY (conference_id, room_id) REFERENCES room (conference_id, id),
        CONSTRAINT slot_room_free EXCLUDE USING gist (room_id WITH =, plan WITH =, occupied WITH &&)
          WHERE (NOT cancelled AND NOT room_shared AND waived_at IS NULL) DEFERRABLE INITIALLY DEFERRED
      )`);
    await db.query(`CREATE INDEX slot_by_conference ON slot (conference_id, plan, starts_at)`);

    await db.query(`
      CREATE FUNCTION slot_occupies() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE changeover integer;
      BEGIN
        -- not FOR KEY SHARE: a change of the room's changeover that is not committed yet would be missed by both sides
        SELECT changeover_minutes, shared INTO STRICT changeover, NEW.room_shared FROM room WHERE id = NEW.room_id FOR SHARE;
        NEW.occupied := tstzrange(NEW.starts_at, NEW.ends_at + make_interval(mins => changeover));
        RETURN NEW;
      END $$`);
    await db.query(`CREATE TRIGGER slot_occupies BEFORE INSERT OR UPDATE ON slot FOR EACH ROW EXECUTE FUNCTION slot_occupies()`);
    await db.query(`
      CREATE FUNCTION room_reoccupies() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE slot SET room_id = room_id WHERE room_id = NEW.id;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER room_reoccupies AFTER UPDATE OF changeover_minutes, shared ON room FOR EACH ROW
      WHEN (OLD.changeover_minutes <> NEW.changeover_minutes OR OLD.shared <> NEW.shared) EXECUTE FUNCTION room_reoccupies()`);

    // A speaker's time, kept by triggers from slots and appearances: only so can a constraint speak of both.
    await db.query(`
      CREATE TABLE speaker_booking (
        session_id uuid NOT NULL,
        plan text NOT NULL,
        speaker_id uuid NOT NULL REFERENCES speaker ON DELETE CASCADE,
        during tstzrange NOT NULL,
        PRIMARY KEY (session_id, plan, speaker_id),
        FOREIGN KEY (session_id, plan) REFERENCES slot ON DELETE CASCADE,
        CONSTRAINT speaker_booking_free EXCLUDE USING gist (speaker_id WITH =, plan WITH =, during WITH &&)
          DEFERRABLE INITIALLY DEFERRED
      )`);
    await db.query(`
      CREATE FUNCTION slot_books_speakers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- slots and appearances of one session are written one after another, so that neither misses the other
        PERFORM 1 FROM session WHERE id = NEW.session_id FOR NO KEY UPDATE;
        DELETE FROM speaker_booking WHERE session_id = NEW.session_id AND plan = NEW.plan;
        IF NOT NEW.cancelled AND NEW.waived_at IS NULL THEN
          INSERT INTO speaker_booking (session_id, plan, speaker_id, during)
          SELECT NEW.session_id, NEW.plan, a.speaker_id, tstzrange(NEW.starts_at, NEW.ends_at)
          FROM appearance a WHERE a.session_id = NEW.session_id;
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER slot_books_speakers AFTER INSERT OR UPDATE ON slot FOR EACH ROW EXECUTE FUNCTION slot_books_speakers()`);
    await db.query(`
      CREATE FUNCTION appearance_books_speaker() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM session WHERE id = coalesce(NEW.session_id, OLD.session_id) FOR NO KEY UPDATE;
        IF TG_OP <> 'INSERT' THEN
          DELETE FROM speaker_booking WHERE session_id = OLD.session_id AND speaker_id = OLD.speaker_id;
        END IF;
        IF TG_OP <> 'DELETE' THEN
          INSERT INTO speaker_booking (session_id, plan, speaker_id, during)
          SELECT s.session_id, s.plan, NEW.speaker_id, tstzrange(s.starts_at, s.ends_at)
          FROM slot s WHERE s.session_id = NEW.session_id AND NOT s.cancelled AND s.waived_at IS NULL;
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER appearance_books_speaker AFTER INSERT OR UPDATE OR DELETE ON appearance
      FOR EACH ROW EXECUTE FUNCTION appearance_books_speaker()`);

    await db.query(`
      CREATE TABLE revision (
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        revision bigint NOT NULL CHECK (revision > 0),
        at timestamptz NOT NULL DEFAULT now(),
        kind text NOT NULL CHECK (kind IN ('release', 'live')),
        release_number integer,
        note text NOT NULL DEFAULT '',
        actor text NOT NULL,
        changes jsonb NOT NULL,
        PRIMARY KEY (conference_id, revision),
        CHECK ((kind = 'release') = (release_number IS NOT NULL))
      )`);
    await db.query(`
      CREATE TABLE release (
        conference_id uuid NOT NULL,
        number integer NOT NULL CHECK (number > 0),
        revision bigint NOT NULL,
        PRIMARY KEY (conference_id, number),
        FOREIGN KEY (conference_id, revision) REFERENCES revision ON DELETE CASCADE
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP TABLE release, revision, speaker_booking, slot, appearance, session, speaker, track, uplink_booking, uplink, room, venue, city, conference`,
    );
    await db.query(`DROP FUNCTION slot_occupies, room_reoccupies, slot_books_speakers, appearance_books_speaker`);
  }
}
