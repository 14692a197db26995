import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SessionKind } from '../contract/agenda.js';
import type { CityId, ConferenceId, SessionId, TrackId } from '../contract/ids.js';
import type { UplinkKind } from '../contract/place.js';

@Entity({ name: 'session' })
export class SessionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: SessionId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  /** Whose host looks after it while it has no slot; null: only the organizers do. */
  @Column({ type: 'uuid', name: 'city_id', nullable: true })
  cityId!: CityId | null;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  subtitle!: string;

  @Column({ type: 'text' })
  kind!: SessionKind;

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ type: 'uuid', name: 'track_id', nullable: true })
  trackId!: TrackId | null;

  @Column({ type: 'text' })
  abstract!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'text', nullable: true })
  url!: string | null;

  @Column({ type: 'integer', name: 'duration_minutes', nullable: true })
  durationMinutes!: number | null;

  @Column({ type: 'text', name: 'sent_by', nullable: true })
  sentBy!: UplinkKind | null;

  @Column({ type: 'text', array: true, name: 'needs_equipment' })
  needsEquipment!: string[];

  @Column({ type: 'integer', name: 'expected_people', nullable: true })
  expectedPeople!: number | null;

  /** The draft edit that last put it where it is, or took it out; written by record-draft-edit.ts. */
  @Column({ type: 'bigint', name: 'draft_edit', select: false })
  draftEdit!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text', name: 'source_key', nullable: true })
  sourceKey!: string | null;

  @Column({ type: 'jsonb' })
  upstream!: Record<string, unknown>;
}
