import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { hashSecret, newSecret } from '../../src/people/accounts/secrets.js';
import type { Role } from '../../src/platform/access/policy.js';
import { newId } from '../../src/platform/new-id.js';
import { SEALING, type Sealing } from '../../src/platform/sealing/sealing.js';

export interface Person {
  accountId: string;
  email: string;
  /** For `ask(..., person)`, and for sockets: `Cookie: …`. */
  cookie: string;
}

export interface HeldRole {
  role: Exclude<Role, 'speaker' | 'attendee'>;
  conferenceId?: string | undefined;
  cityId?: string | undefined;
  venueId?: string | undefined;
}

interface More {
  strong?: boolean;
  email?: string;
}

/** A person with an account, these staff roles, and an open session with a second factor unless told otherwise. */
export async function aPerson(app: NestFastifyApplication, roles: readonly HeldRole[] = [], more: More = {}): Promise<Person> {
  return await aPersonIn(app.get(DataSource), app.get<Sealing>(SEALING), roles, more);
}

/** The same for a server in a process of its own, which was given these sealing keys. */
export async function aPersonIn(source: DataSource, sealing: Sealing, roles: readonly HeldRole[] = [], more: More = {}): Promise<Person> {
  const accountId = newId<string>();
  const email = more.email ?? `person-${accountId}@people.example`;
  const secret = newSecret();
  await source.transaction(async (tx) => {
    await tx.query(`INSERT INTO account (id, email_index, email_sealed, handle) VALUES ($1, $2, $3, $4)`, [
      accountId, sealing.emailIndex(email), sealing.seal(email, `account.email:${accountId}`), `Person ${accountId.slice(-4)}`,
    ]);
    await tx.query(`INSERT INTO auth_session (id, token_hash, account_id, strong, expires_at) VALUES ($1, $2, $3, $4, now() + interval '1 day')`, [
      newId(), hashSecret(secret), accountId, more.strong ?? true,
    ]);
    for (const { role, conferenceId = null, cityId = null, venueId = null } of roles) {
      await tx.query(`INSERT INTO membership (id, account_id, role, conference_id, city_id, venue_id) VALUES ($1, $2, $3, $4, $5, $6)`, [
        newId(), accountId, role, conferenceId, cityId, venueId,
      ]);
    }
  });
  return { accountId, email, cookie: `meridian_session=${secret}` };
}
