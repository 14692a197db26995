import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceId } from '../contract/ids.js';
import type { ConferenceStatus } from '../contract/place.js';

@Entity({ name: 'conference' })
export class ConferenceEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: ConferenceId;

  @Column({ type: 'text' })
  slug!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  status!: ConferenceStatus;

  @Column({ type: 'text' })
  zone!: string;

  @Column({ type: 'text', array: true })
  languages!: string[];

  @Column({ type: 'date', name: 'starts_on' })
  startsOn!: string;

  @Column({ type: 'date', name: 'ends_on' })
  endsOn!: string;

  @Column({ type: 'text', nullable: true })
  accent!: string | null;

  @Column({ type: 'text', nullable: true })
  url!: string | null;

  @Column({ type: 'integer', name: 'grid_minutes' })
  gridMinutes!: number;

  @Column({ type: 'integer', name: 'satellite_margin_minutes' })
  satelliteMarginMinutes!: number;

  @Column({ type: 'bigint' })
  revision!: string;

  /** The number of the draft's last edit. */
  @Column({ type: 'bigint', name: 'draft_edit' })
  draftEdit!: string;

  @Column({ type: 'boolean', name: 'safety_mode' })
  safetyMode!: boolean;

  @Column({ type: 'integer', name: 'reconfirm_minutes' })
  reconfirmMinutes!: number;

  @Column({ type: 'integer', name: 'retention_days', nullable: true })
  retentionDays!: number | null;

  @Column({ type: 'text' })
  registration!: 'closed' | 'open';

  @Column({ type: 'timestamptz', name: 'created_at' })
  createdAt!: Date;
}
