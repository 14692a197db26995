import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelAccess, ChannelKind, ChannelState } from '../../contract/channel.js';
import type { ChannelId, ConferenceId, RoomId } from '../../contract/ids.js';
import type { StageRecording } from '../../contract/recordings.js';
import type { StageChoice } from '../../contract/streams.js';

@Entity({ name: 'stream_channel' })
export class StreamChannelEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: ChannelId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'text' })
  kind!: ChannelKind;

  /** Null for the programme. */
  @Column({ type: 'uuid', name: 'room_id', nullable: true })
  roomId!: RoomId | null;

  @Column({ type: 'text' })
  state!: ChannelState;

  /** Of the programme: the stage that it shows. */
  @Column({ type: 'uuid', name: 'on_air_channel_id', nullable: true })
  onAirChannelId!: ChannelId | null;

  @Column({ type: 'text', array: true })
  languages!: string[];

  @Column({ type: 'text' })
  access!: ChannelAccess;

  @Column({ type: 'text' })
  choice!: StageChoice;

  /** A picture that stands still is normal here. */
  @Column({ type: 'boolean', default: false })
  slides!: boolean;

  /** What becomes of what a stage sends; of the programme nothing is recorded. */
  @Column({ type: 'text', default: 'keep' })
  recording!: StageRecording;
}
