import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceId, SpeakerId } from '../contract/ids.js';

@Entity({ name: 'speaker' })
export class SpeakerEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: SpeakerId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  biography!: string;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text', name: 'source_key', nullable: true })
  sourceKey!: string | null;

  @Column({ type: 'jsonb' })
  upstream!: Record<string, unknown>;

  /** Whose slots these are, once the invitation was accepted. */
  @Column({ type: 'uuid', name: 'account_id', nullable: true })
  accountId!: string | null;

  /** IANA name. */
  @Column({ type: 'text', nullable: true })
  zone!: string | null;

  @Column({ type: 'text', name: 'photo_hash', nullable: true })
  photoHash!: string | null;
}
