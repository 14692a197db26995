import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CityId, ConferenceId, VenueId } from '../contract/ids.js';

@Entity({ name: 'venue' })
export class VenueEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: VenueId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'uuid', name: 'city_id' })
  cityId!: CityId;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  address!: string;

  @Column({ type: 'text', name: 'access_notes' })
  accessNotes!: string;

  @Column({ type: 'integer', nullable: true })
  capacity!: number | null;

  /** On-site registrations that it takes; null: as many as it holds, if that is known. */
  @Column({ type: 'integer', name: 'attendee_limit', nullable: true })
  attendeeLimit!: number | null;
}
