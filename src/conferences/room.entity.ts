import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceId, RoomId, VenueId } from '../contract/ids.js';
import type { OpeningHours } from '../contract/opening-hours.js';

@Entity({ name: 'room' })
export class RoomEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: RoomId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'uuid', name: 'venue_id' })
  venueId!: VenueId;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'integer', nullable: true })
  capacity!: number | null;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text', array: true })
  equipment!: string[];

  @Column({ type: 'integer', name: 'changeover_minutes' })
  changeoverMinutes!: number;

  @Column({ type: 'boolean' })
  shared!: boolean;

  @Column({ type: 'jsonb', name: 'opening_hours' })
  openingHours!: OpeningHours[];

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text', name: 'source_key', nullable: true })
  sourceKey!: string | null;

  @Column({ type: 'jsonb' })
  upstream!: Record<string, unknown>;
}
