import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CityId, ConferenceId } from '../contract/ids.js';

@Entity({ name: 'city' })
export class CityEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: CityId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  country!: string | null;

  @Column({ type: 'text' })
  zone!: string;

  @Column({ type: 'double precision', nullable: true })
  latitude!: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude!: number | null;

  @Column({ type: 'integer' })
  position!: number;
}
