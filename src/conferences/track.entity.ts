import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceId, TrackId } from '../contract/ids.js';

@Entity({ name: 'track' })
export class TrackEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: TrackId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text', nullable: true })
  colour!: string | null;

  @Column({ type: 'integer' })
  position!: number;
}
