import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DraftEdit } from '../../contract/board.js';
import type { ConferenceId } from '../../contract/ids.js';

/** One edit of the draft. Written by record-draft-edit.ts only. */
@Entity({ name: 'draft_edit' })
export class DraftEditEntity {
  @PrimaryColumn({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @PrimaryColumn({ type: 'bigint' })
  edit!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  what!: DraftEdit['what'];

  @Column({ type: 'uuid', name: 'request_id', nullable: true })
  requestId!: string | null;

  @Column({ type: 'jsonb' })
  changes!: DraftEdit['changes'];
}
