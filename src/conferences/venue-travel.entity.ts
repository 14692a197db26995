import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceId, VenueId } from '../contract/ids.js';

/** Minutes from one venue to another and back; the smaller key is `fromVenue`. */
@Entity({ name: 'venue_travel' })
export class VenueTravelEntity {
  @PrimaryColumn({ type: 'uuid', name: 'from_venue' })
  fromVenue!: VenueId;

  @PrimaryColumn({ type: 'uuid', name: 'to_venue' })
  toVenue!: VenueId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'integer' })
  minutes!: number;
}
