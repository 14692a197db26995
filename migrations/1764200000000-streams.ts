import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What can be watched, by which paths it comes, when the programme is handed over, and who may no longer watch. */
export class Streams1764200000000 implements MigrationInterface {
  name = 'Streams1764200000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE stream_channel (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('stage', 'programme')),
        room_id uuid,
        state text NOT NULL DEFAULT 'off' CHECK (state IN ('off', 'live', 'backup', 'slate')),
        -- of the programme: the stage that it shows
        on_air_channel_id uuid,
        languages text[] NOT NULL DEFAULT '{}',
        access text NOT NULL DEFAULT 'registered' CHECK (access IN ('public', 'registered')),
        -- what the director wants of a stage
        choice text NOT NULL DEFAULT 'automatic' CHECK (choice IN ('automatic', 'primary', 'backup', 'slate')),
        CHECK ((kind = 'stage') = (room_id IS NOT NULL)),
        CHECK (kind = 'programme' OR on_air_channel_id IS NULL),
        UNIQUE (conference_id, id),
        UNIQUE (room_id),
        FOREIGN KEY (conference_id, room_id) REFERENCES room (conference_id, id) ON DELETE CASCADE,
        FOREIGN KEY (on_air_channel_id) REFERENCES stream_channel ON DELETE SET NULL
      )`);
    await db.query(`CREATE UNIQUE INDEX stream_channel_one_programme ON stream_channel (conference_id) WHERE kind = 'programme'`);

    await db.query(`
      CREATE TABLE stream_input (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL,
        channel_id uuid NOT NULL,
        role text NOT NULL CHECK (role IN ('primary', 'backup')),
        kind text NOT NULL CHECK (kind IN ('rtmp', 'srt', 'udp', 'hls')),
        via text NOT NULL CHECK (via IN ('internet', 'satellite')),
        uplink_id uuid REFERENCES uplink ON DELETE SET NULL,
        -- SHA-256 of an RTMP stream key, which is what finds the input
        key_hash bytea UNIQUE,
        -- SRT's passphrase, which the engine needs in clear
        passphrase_sealed bytea,
        secret_at timestamptz,
        -- SRT and UDP listen on one of their own
        port integer UNIQUE CHECK (port BETWEEN 1 AND 65535),
        latency_ms integer CHECK (latency_ms BETWEEN 20 AND 8000),
        multicast_group text,
        url text,
        UNIQUE (channel_id, role),
        CHECK ((kind = 'rtmp') = (key_hash IS NOT NULL)),
        CHECK ((kind = 'srt') = (passphrase_sealed IS NOT NULL)),
        CHECK ((kind IN ('rtmp', 'srt')) = (secret_at IS NOT NULL)),
        CHECK ((kind IN ('srt', 'udp')) = (port IS NOT NULL)),
        CHECK ((kind = 'srt') = (latency_ms IS NOT NULL)),
        CHECK (kind = 'udp' OR multicast_group IS NULL),
        CHECK ((kind = 'hls') = (url IS NOT NULL)),
        FOREIGN KEY (conference_id, channel_id) REFERENCES stream_channel (conference_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX stream_input_by_uplink ON stream_input (uplink_id) WHERE uplink_id IS NOT NULL`);

    await db.query(`
      CREATE TABLE hand_over (
        id uuid PRIMARY KEY,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        at timestamptz NOT NULL,
        -- null: the slate
        to_channel_id uuid,
        UNIQUE (conference_id, at),
        FOREIGN KEY (conference_id, to_channel_id) REFERENCES stream_channel (conference_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX hand_over_by_channel ON hand_over (to_channel_id)`);

    await db.query(`
      CREATE TABLE stream_event (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT now(),
        channel_id uuid NOT NULL REFERENCES stream_channel ON DELETE CASCADE,
        input_id uuid REFERENCES stream_input ON DELETE SET NULL,
        what text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}'
      )`);
    await db.query(`CREATE INDEX stream_event_by_channel ON stream_event (channel_id, id)`);
    await db.query(`CREATE INDEX stream_event_by_input ON stream_event (input_id)`);

    // Whoever may no longer watch, from which instant on: kept as long as a token lives. A hash, so that it says of nobody that
    // they were here. The instant is the database's, as is that in a token.
    await db.query(`
      CREATE TABLE playback_revocation (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        subject bytea NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp()
      )`);
    await db.query(`CREATE INDEX playback_revocation_by_time ON playback_revocation (at)`);
    // in the database, so that no way to take a ticket or a role away forgets it: see streams/admission/revocations.ts
    await db.query(`
      CREATE FUNCTION revoke_playback(subject text) RETURNS void LANGUAGE sql AS $$
        INSERT INTO playback_revocation (subject) VALUES (sha256(convert_to(subject, 'UTF8')));
        SELECT pg_notify('playback_revoked', '');
      $$`);
    await db.query(`
      CREATE FUNCTION ticket_ends_playback() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) THEN
          PERFORM revoke_playback('ticket:' || OLD.id);
        END IF;
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER ticket_ends_playback AFTER DELETE OR UPDATE OF revoked_at ON ticket FOR EACH ROW EXECUTE FUNCTION ticket_ends_playback()`);
    await db.query(`
      CREATE FUNCTION registration_ends_playback() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM revoke_playback('ticket:' || id) FROM ticket WHERE registration_id = OLD.id;
        RETURN NULL;
      END $$`);
    await db.query(`
      CREATE TRIGGER registration_ends_playback AFTER UPDATE OF state ON registration FOR EACH ROW
        WHEN (OLD.state = 'confirmed' AND NEW.state <> 'confirmed') EXECUTE FUNCTION registration_ends_playback()`);
    await db.query(`
      CREATE FUNCTION membership_ends_playback() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM revoke_playback('member:' || OLD.id);
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER membership_ends_playback AFTER DELETE OR UPDATE ON membership FOR EACH ROW EXECUTE FUNCTION membership_ends_playback()`);
    await db.query(`
      CREATE FUNCTION speaker_ends_playback() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM revoke_playback('speaker:' || OLD.id);
        RETURN NULL;
      END $$`);
    await db.query(`CREATE TRIGGER speaker_ends_playback AFTER DELETE ON speaker FOR EACH ROW WHEN (OLD.account_id IS NOT NULL) EXECUTE FUNCTION speaker_ends_playback()`);
    await db.query(`
      CREATE TRIGGER speaker_of_another_ends_playback AFTER UPDATE OF account_id ON speaker FOR EACH ROW
        WHEN (OLD.account_id IS NOT NULL AND OLD.account_id IS DISTINCT FROM NEW.account_id) EXECUTE FUNCTION speaker_ends_playback()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TRIGGER speaker_of_another_ends_playback ON speaker`);
    await db.query(`DROP TRIGGER speaker_ends_playback ON speaker`);
    await db.query(`DROP TRIGGER membership_ends_playback ON membership`);
    await db.query(`DROP TRIGGER registration_ends_playback ON registration`);
    await db.query(`DROP TRIGGER ticket_ends_playback ON ticket`);
    await db.query(`DROP FUNCTION speaker_ends_playback, membership_ends_playback, registration_ends_playback, ticket_ends_playback, revoke_playback`);
    await db.query(`DROP TABLE playback_revocation, stream_event, hand_over, stream_input, stream_channel`);
  }
}
