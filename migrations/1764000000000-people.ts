import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People: accounts, sign-in, roles and invitations, speakers' answers, attendance, notifications, the audit log.
 *
 * No e-mail address, legal name or network address is stored in clear: `*_sealed` is AES-256-GCM (platform/sealing),
 * `email_index` a keyed hash that finds the account of an address and nothing else. Secrets that we hand out are stored
 * as SHA-256 hashes.
 */
export class People1764000000000 implements MigrationInterface {
  name = 'People1764000000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE conference
      ADD COLUMN safety_mode boolean NOT NULL DEFAULT false,
      -- a slot that moves by more than this is asked about again
      ADD COLUMN reconfirm_minutes integer NOT NULL DEFAULT 15 CHECK (reconfirm_minutes BETWEEN 0 AND 1440),
      -- personal data of attendees is erased so many days after the last day; null: kept until somebody erases it
      ADD COLUMN retention_days integer CHECK (retention_days BETWEEN 0 AND 3650) DEFAULT 30,
      ADD COLUMN registration text NOT NULL DEFAULT 'closed' CHECK (registration IN ('closed', 'open'))`);
    await db.query(`ALTER TABLE venue ADD COLUMN attendee_limit integer CHECK (attendee_limit >= 0)`);

    await db.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        email_index bytea NOT NULL UNIQUE,
        email_sealed bytea NOT NULL,
        -- the name others see; never the legal name unless the person chose it
        handle text NOT NULL CHECK (handle <> ''),
        zone text,
        language text NOT NULL DEFAULT 'en',
        created_at timestamptz NOT NULL DEFAULT now()
      )`);

    await db.query(`
      CREATE TABLE sign_in (
        id uuid PRIMARY KEY,
        email_index bytea NOT NULL,
        email_sealed bytea NOT NULL,
        -- both single use, valid for minutes, and only in the browser that asked
        link_hash bytea NOT NULL UNIQUE,
        code_hash bytea NOT NULL,
        browser_hash bytea NOT NULL,
        tries integer NOT NULL DEFAULT 0,
        language text NOT NULL DEFAULT 'en',
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      )`);
    await db.query(`CREATE INDEX sign_in_by_email ON sign_in (email_index, created_at)`);

    await db.query(`
      CREATE TABLE auth_session (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        strong boolean NOT NULL DEFAULT false,
        -- "Firefox on Android": from the user agent, without version or address
        device text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now(),
        seen_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL
      )`);
    await db.query(`CREATE INDEX auth_session_by_account ON auth_session (account_id)`);

    await db.query(`
      CREATE TABLE passkey (
        id text PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        public_key bytea NOT NULL,
        counter bigint NOT NULL,
        transports text[] NOT NULL DEFAULT '{}',
        label text NOT NULL DEFAULT '',
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`
      CREATE TABLE totp (
        account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
        secret_sealed bytea NOT NULL,
        confirmed_at timestamptz,
        -- the last time step that was used: a code works once
        last_step bigint NOT NULL DEFAULT 0
      )`);
    await db.query(`
      CREATE TABLE challenge (
        account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
        challenge text NOT NULL,
        expires_at timestamptz NOT NULL
      )`);

    await db.query(`
      CREATE TABLE membership (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        role text NOT NULL CHECK (role IN ('administrator', 'organizer', 'city-host', 'stage-crew', 'moderator')),
        conference_id uuid REFERENCES conference ON DELETE CASCADE,
        city_id uuid,
        venue_id uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CHECK ((role = 'administrator') = (conference_id IS NULL)),
        CHECK ((role = 'city-host') = (city_id IS NOT NULL)),
        CHECK ((role = 'stage-crew') = (venue_id IS NOT NULL)),
        UNIQUE NULLS NOT DISTINCT (account_id, role, conference_id, city_id, venue_id),
        FOREIGN KEY (conference_id, city_id) REFERENCES city (conference_id, id) ON DELETE CASCADE,
        FOREIGN KEY (conference_id, venue_id) REFERENCES venue (conference_id, id) ON DELETE CASCADE
      )`);

    await db.query(`
      CREATE TABLE invitation (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL UNIQUE,
        role text NOT NULL CHECK (role IN ('administrator', 'organizer', 'city-host', 'stage-crew', 'moderator', 'speaker')),
        conference_id uuid REFERENCES conference ON DELETE CASCADE,
        city_id uuid,
        venue_id uuid,
        speaker_id uuid,
        email_index bytea NOT NULL,
        email_sealed bytea NOT NULL,
        invited_by uuid REFERENCES account ON DELETE SET NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        revoked_at timestamptz,
        CHECK ((role = 'speaker') = (speaker_id IS NOT NULL)),
        FOREIGN KEY (conference_id, city_id) REFERENCES city (conference_id, id) ON DELETE CASCADE,
        FOREIGN KEY (conference_id, venue_id) REFERENCES venue (conference_id, id) ON DELETE CASCADE,
        FOREIGN KEY (conference_id, speaker_id) REFERENCES speaker (conference_id, id) ON DELETE CASCADE
      )`);

    await db.query(`
      CREATE TABLE mail (
        id uuid PRIMARY KEY,
        email_sealed bytea NOT NULL,
        template text NOT NULL,
        language text NOT NULL,
        params_sealed bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        sent_at timestamptz,
        tries integer NOT NULL DEFAULT 0,
        next_try_at timestamptz NOT NULL DEFAULT now(),
        error text
      )`);

    await db.query(`
      CREATE TABLE audit_entry (
        number bigint PRIMARY KEY CHECK (number > 0),
        at timestamptz NOT NULL,
        actor text NOT NULL,
        action text NOT NULL,
        -- kept when the conference is gone: no foreign key
        conference_id uuid,
        subject text NOT NULL,
        details jsonb NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL UNIQUE
      )`);
    await db.query(`
      CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$`);
    await db.query(`CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry EXECUTE FUNCTION audit_is_append_only()`);

    // every role that an account holds, and where; later migrations add speakers and attendees to it
    await db.query(`
      CREATE VIEW account_grant AS
      SELECT account_id, role, conference_id, city_id, venue_id FROM membership`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP VIEW account_grant`);
    await db.query(`DROP TABLE audit_entry, mail, invitation, membership, challenge, totp, passkey, auth_session, sign_in, account`);
    await db.query(`DROP FUNCTION audit_is_append_only`);
    await db.query(`ALTER TABLE venue DROP COLUMN attendee_limit`);
    await db.query(`ALTER TABLE conference DROP COLUMN safety_mode, DROP COLUMN reconfirm_minutes, DROP COLUMN retention_days, DROP COLUMN registration`);
  }
}
