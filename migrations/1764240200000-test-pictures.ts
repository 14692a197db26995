import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An input may be a test picture, which is made here. */
export class TestPictures1764240200000 implements MigrationInterface {
  name = 'TestPictures1764240200000';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE stream_input DROP CONSTRAINT stream_input_kind_check, ADD CONSTRAINT stream_input_kind_check CHECK (kind IN ('rtmp', 'srt', 'udp', 'hls', 'test'))`);
  }

  /** What a test picture was has no other kind. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM stream_input WHERE kind = 'test'`);
    await db.query(`ALTER TABLE stream_input DROP CONSTRAINT stream_input_kind_check, ADD CONSTRAINT stream_input_kind_check CHECK (kind IN ('rtmp', 'srt', 'udp', 'hls'))`);
  }
}
