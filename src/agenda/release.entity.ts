import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceId } from '../contract/ids.js';

@Entity({ name: 'release' })
export class ReleaseEntity {
  @PrimaryColumn({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @PrimaryColumn({ type: 'integer' })
  number!: number;

  @Column({ type: 'bigint' })
  revision!: string;
}
