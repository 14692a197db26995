import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceId, RoomId, SessionId } from '../contract/ids.js';

export type Plan = 'draft' | 'published';

/** A session's room and time in one plan. `occupied` and `room_shared` are the database's own (see the migration). */
@Entity({ name: 'slot' })
export class SlotEntity {
  @Column({ type: 'uuid', name: 'conference_id' })
  conferenceId!: ConferenceId;

  @PrimaryColumn({ type: 'uuid', name: 'session_id' })
  sessionId!: SessionId;

  @PrimaryColumn({ type: 'text' })
  plan!: Plan;

  @Column({ type: 'uuid', name: 'room_id' })
  roomId!: RoomId;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt!: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt!: Date;

  @Column({ type: 'text' })
  anchor!: 'fixed' | 'floating';

  @Column({ type: 'boolean' })
  cancelled!: boolean;

  @Column({ type: 'text', name: 'cancel_reason' })
  cancelReason!: string;

  @Column({ type: 'timestamptz', name: 'waived_at', nullable: true })
  waivedAt!: Date | null;

  @Column({ type: 'text', name: 'waived_by', nullable: true })
  waivedBy!: string | null;

  @Column({ type: 'text', name: 'waiver_reason', nullable: true })
  waiverReason!: string | null;

  @Column({ type: 'tstzrange', insert: false, update: false, select: false })
  occupied!: string;

  @Column({ type: 'boolean', name: 'room_shared', insert: false, update: false, select: false })
  roomShared!: boolean;
}
