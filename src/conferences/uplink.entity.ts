import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceId, UplinkId, VenueId } from '../contract/ids.js';
import type { UplinkKind } from '../contract/place.js';

@Entity({ name: 'uplink' })
export class UplinkEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: UplinkId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'uuid', name: 'venue_id' })
  venueId!: VenueId;

  @Column({ type: 'text' })
  kind!: UplinkKind;

  @Column({ type: 'text' })
  name!: string;
}
