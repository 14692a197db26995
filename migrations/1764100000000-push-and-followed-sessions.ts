import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Web push: which device of whom, and what waits to be sent there; sessions that people chose to be told of. */
export class PushAndFollowedSessions1764100000000 implements MigrationInterface {
  name = 'PushAndFollowedSessions1764100000000';

  async up(db: QueryRunner): Promise<void> {
    // a device is where somebody is signed in: what ends that session ends its subscription
    await db.query(`
      CREATE TABLE push_subscription (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        session_id uuid NOT NULL UNIQUE REFERENCES auth_session ON DELETE CASCADE,
        -- a keyed hash: one browser is told once, whoever signs in there
        endpoint_index bytea NOT NULL UNIQUE,
        endpoint_sealed bytea NOT NULL,
        keys_sealed bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now()
      )`);
    await db.query(`CREATE INDEX push_subscription_by_account ON push_subscription (account_id)`);

    // the outbox of pushes, as mail is that of mails: see src/notifications/outbox-claims.ts
    await db.query(`
      CREATE TABLE push_message (
        id uuid PRIMARY KEY,
        subscription_id uuid NOT NULL REFERENCES push_subscription ON DELETE CASCADE,
        conference_id uuid NOT NULL REFERENCES conference ON DELETE CASCADE,
        kind text NOT NULL,
        -- as in notification: what is published anyway
        params jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        -- not worth being told of after that
        expires_at timestamptz NOT NULL,
        next_try_at timestamptz NOT NULL DEFAULT now(),
        tries integer NOT NULL DEFAULT 0,
        sent_at timestamptz,
        error text
      )`);
    await db.query(`CREATE INDEX push_message_waiting ON push_message (next_try_at, id) WHERE sent_at IS NULL`);
    await db.query(`CREATE INDEX push_message_by_subscription ON push_message (subscription_id)`);
    await db.query(`CREATE INDEX push_message_by_conference ON push_message (conference_id)`);

    await db.query(`ALTER TABLE notification_preference ADD COLUMN push boolean`);
    await db.query(`UPDATE notification_preference SET push = kind <> 'slot-answered'`);
    await db.query(`ALTER TABLE notification_preference ALTER COLUMN push SET NOT NULL`);

    // whoever has no row here keeps their bookmarks on their devices: see docs/decisions/012
    await db.query(`
      CREATE TABLE following (
        account_id uuid PRIMARY KEY REFERENCES account ON DELETE CASCADE,
        since timestamptz NOT NULL DEFAULT now()
      )`);
    // the second key makes it impossible to hold a session of somebody who did not choose so
    await db.query(`
      CREATE TABLE followed_session (
        account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
        session_id uuid NOT NULL,
        conference_id uuid NOT NULL,
        -- the start of which they were told that it is near
        told_of_start timestamptz,
        PRIMARY KEY (account_id, session_id),
        FOREIGN KEY (account_id) REFERENCES following ON DELETE CASCADE,
        FOREIGN KEY (conference_id, session_id) REFERENCES session (conference_id, id) ON DELETE CASCADE
      )`);
    await db.query(`CREATE INDEX followed_session_by_session ON followed_session (session_id)`);
    await db.query(`CREATE INDEX followed_session_by_conference ON followed_session (conference_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE followed_session, following, push_message, push_subscription`);
    await db.query(`ALTER TABLE notification_preference DROP COLUMN push`);
    await db.query(`DELETE FROM notification_preference WHERE kind IN ('followed-session-moved', 'followed-session-soon')`);
    await db.query(`DELETE FROM notification WHERE kind IN ('followed-session-moved', 'followed-session-soon')`);
    await db.query(`DELETE FROM mail WHERE template IN ('followed-session-moved', 'followed-session-soon')`);
  }
}
