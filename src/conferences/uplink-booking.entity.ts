import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UplinkBookingId, UplinkId } from '../contract/ids.js';

@Entity({ name: 'uplink_booking' })
export class UplinkBookingEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: UplinkBookingId;

  @Column({ type: 'uuid', name: 'uplink_id' })
  uplinkId!: UplinkId;

  @Column({ type: 'timestamptz', name: 'starts_at' })
  startsAt!: Date;

  @Column({ type: 'timestamptz', name: 'ends_at' })
  endsAt!: Date;
}
