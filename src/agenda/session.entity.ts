import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SessionKind } from '../contract/agenda.js';
import type { CityId, ConferenceId, SessionId, TrackId } from '../contract/ids.js';

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

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text', name: 'source_key', nullable: true })
  sourceKey!: string | null;

  @Column({ type: 'jsonb' })
  upstream!: Record<string, unknown>;
}
