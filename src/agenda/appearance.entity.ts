import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Appearance } from '../contract/agenda.js';
import type { ConferenceId, SessionId, SpeakerId } from '../contract/ids.js';

@Entity({ name: 'appearance' })
export class AppearanceEntity {
  @PrimaryColumn({ type: 'uuid', name: 'session_id' })
  sessionId!: SessionId;

  @PrimaryColumn({ type: 'uuid', name: 'speaker_id' })
  speakerId!: SpeakerId;

  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @Column({ type: 'text' })
  role!: Appearance['role'];

  @Column({ type: 'text' })
  mode!: Appearance['mode'];

  @Column({ type: 'text', name: 'interprets_into', nullable: true })
  interpretsInto!: string | null;

  @Column({ type: 'integer' })
  position!: number;
}
