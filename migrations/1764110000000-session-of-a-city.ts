import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A session may belong to a city before it has a slot: its host made it. Where it has a slot, the slot's city decides. */
export class SessionOfACity1764110000000 implements MigrationInterface {
  name = 'SessionOfACity1764110000000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE session ADD COLUMN city_id uuid`);
    await db.query(`ALTER TABLE session ADD CONSTRAINT session_of_a_city FOREIGN KEY (conference_id, city_id) REFERENCES city (conference_id, id)`);
    await db.query(`CREATE INDEX session_by_city ON session (city_id) WHERE city_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE session DROP COLUMN city_id`);
  }
}
