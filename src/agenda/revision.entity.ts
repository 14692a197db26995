import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Change } from '../contract/changes.js';
import type { ConferenceId } from '../contract/ids.js';

/** One row a revision: the outbox that each process relays, and the log that clients catch up from. */
@Entity({ name: 'revision' })
export class RevisionEntity {
  @PrimaryColumn({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @PrimaryColumn({ type: 'bigint' })
  revision!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  kind!: 'release' | 'live';

  @Column({ type: 'integer', name: 'release_number', nullable: true })
  releaseNumber!: number | null;

  @Column({ type: 'text' })
  note!: string;

  /** Who did it, as the audit needs it; never published. */
  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'jsonb' })
  changes!: Change[];
}
