import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChannelId, ConferenceId, StreamInputId, UplinkId } from '../../contract/ids.js';
import type { UplinkKind } from '../../contract/place.js';
import type { InputKind, InputRole } from '../../contract/streams.js';

@Entity({ name: 'stream_input' })
export class StreamInputEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: StreamInputId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'uuid', name: 'channel_id' })
  channelId!: ChannelId;

  @Column({ type: 'text' })
  role!: InputRole;

  @Column({ type: 'text' })
  kind!: InputKind;

  @Column({ type: 'text' })
  via!: UplinkKind;

  @Column({ type: 'uuid', name: 'uplink_id', nullable: true })
  uplinkId!: UplinkId | null;

  /** SHA-256 of an RTMP stream key. */
  @Column({ type: 'bytea', name: 'key_hash', nullable: true })
  keyHash!: Buffer | null;

  /** SRT's passphrase. */
  @Column({ type: 'bytea', name: 'passphrase_sealed', nullable: true })
  passphraseSealed!: Buffer | null;

  /** Since when key or passphrase is in force. */
  @Column({ type: 'timestamptz', name: 'secret_at', nullable: true })
  secretAt!: Date | null;

  @Column({ type: 'integer', nullable: true })
  port!: number | null;

  @Column({ type: 'integer', name: 'latency_ms', nullable: true })
  latencyMs!: number | null;

  @Column({ type: 'text', name: 'multicast_group', nullable: true })
  group!: string | null;

  /** Of the playlist that is fetched. */
  @Column({ type: 'text', nullable: true })
  url!: string | null;
}
