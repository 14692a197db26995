import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelId, ConferenceId, HandOverId } from '../../contract/ids.js';

/** From `at` on, the programme of the conference shows that stage; the last one that is past says what is on air. */
@Entity({ name: 'hand_over' })
export class HandOverEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: HandOverId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** Null: the slate. */
  @Column({ type: 'uuid', name: 'to_channel_id', nullable: true })
  toChannelId!: ChannelId | null;
}
