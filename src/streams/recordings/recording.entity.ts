import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelAccess } from '../../contract/channel.js';
import type { ChannelId, CityId, ConferenceId, RecordingId, SessionId } from '../../contract/ids.js';
import type { RecordingFailure, RecordingState } from '../../contract/recordings.js';
import type { MediaTrack } from '../../rules/streams/source.js';

/** A session's window on what is kept of its stage. */
@Entity({ name: 'recording' })
export class RecordingEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: RecordingId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'uuid', name: 'session_id', nullable: true })
  sessionId!: SessionId | null;

  /** As the session was called, should it be gone. */
  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'uuid', name: 'channel_id' })
  channelId!: ChannelId;

  @Column({ type: 'uuid', name: 'city_id', nullable: true })
  cityId!: CityId | null;

  @Column({ type: 'text' })
  access!: ChannelAccess;

  @Column({ type: 'text' })
  state!: RecordingState;

  @Column({ type: 'text', nullable: true })
  failure!: RecordingFailure | null;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt!: Date;

  /** Null while it is made. */
  @Column({ type: 'timestamptz', name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  @Column({ type: 'timestamptz', name: 'shown_from', nullable: true })
  shownFrom!: Date | null;

  @Column({ type: 'timestamptz', name: 'shown_to', nullable: true })
  shownTo!: Date | null;

  /** In the addresses of its media: who knows it, and a file's name, may have it. */
  @Column({ type: 'text', name: 'media_key' })
  mediaKey!: string;

  @Column({ type: 'jsonb' })
  tracks!: MediaTrack[];

  @Column({ type: 'timestamptz', name: 'changed_at' })
  changedAt!: Date;
}
