import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { aPerson, type Person } from './a-person.js';

/** A person who has joined as this speaker, without a second factor, as speakers do. */
export async function aSpeaker(app: NestFastifyApplication, speakerId: string | undefined): Promise<Person> {
  const person = await aPerson(app, [], { strong: false });
  await app.get(DataSource).query(`UPDATE speaker SET account_id = $2 WHERE id = $1`, [speakerId, person.accountId]);
  return person;
}
