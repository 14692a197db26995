import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { UplinkBookingId, UplinkId } from '../contract/ids.js';
import { PageQuery, pageOf, type Page } from '../contract/page.js';
import { NewUplinkBooking, UplinkBooking } from '../contract/place.js';
import { Access, CurrentActor } from '../platform/access/access.decorator.js';
import type { Actor } from '../platform/access/policy.js';
import { readPage } from '../platform/database/read-page.js';
import { Answers } from '../platform/http/answers.decorator.js';
import { RowPath } from '../platform/http/path-params.js';
import { newId } from '../platform/new-id.js';
import { problem } from '../platform/problems/problem-error.js';
import { UPLINK } from './place-kinds.js';
import { PlaceRows } from './place-rows.js';
import { UplinkBookingEntity } from './uplink-booking.entity.js';

const BookingPath = RowPath.extend({ bookingId: z.uuid({ error: 'This id is not well-formed.' }) });
type BookingPath = z.infer<typeof BookingPath>;

/** The paid windows of an uplink. They never move: a wrong one is removed and made again. */
@ApiTags('place')
@Access('edit-place')
@Controller('api/conferences/:slug/uplinks/:id/bookings')
export class UplinkBookingsController {
  constructor(
    private readonly source: DataSource,
    private readonly rows: PlaceRows,
  ) {}

  @Get()
  @Access('read-place')
  @Answers(pageOf(UplinkBooking))
  async list(@Param({ schema: RowPath }) { slug, id }: RowPath, @Query({ schema: PageQuery }) query: PageQuery, @CurrentActor() actor: Actor): Promise<Page<UplinkBooking>> {
    const uplink = await this.rows.one(UPLINK, slug, id, actor);
    const page = await readPage(this.source, UplinkBookingEntity, { uplinkId: uplink.id }, query);
    return { ...page, items: page.items.map(toUplinkBooking) };
  }

  @Post()
  @Answers(UplinkBooking, 201)
  async add(@Param({ schema: RowPath }) { slug, id }: RowPath, @Body({ schema: NewUplinkBooking }) body: NewUplinkBooking, @CurrentActor() actor: Actor): Promise<UplinkBooking> {
    const uplink = await this.rows.one(UPLINK, slug, id, actor, 'edit-place');
    const bookingId = newId<UplinkBookingId>();
    return await this.rows.write(slug, actor, { action: 'edit-place.add', subject: `uplink-booking:${bookingId}` }, async (tx) => {
      const booking = { id: bookingId, uplinkId: uplink.id, startsAt: new Date(body.startsAt), endsAt: new Date(body.endsAt) };
      const [clash] = await tx.query<{ starts_at: Date; ends_at: Date }[]>(
        `SELECT starts_at, ends_at FROM uplink_booking WHERE uplink_id = $1 AND tstzrange(starts_at, ends_at) && tstzrange($2, $3)`,
        [uplink.id, booking.startsAt, booking.endsAt],
      );
      if (clash !== undefined) {
        const window = `${clash.starts_at.toISOString()} to ${clash.ends_at.toISOString()}`;
        throw problem('conflict', `This uplink is booked already from ${window}. One uplink carries one booking at a time.`);
      }
      await tx.insert(UplinkBookingEntity, booking);
      return toUplinkBooking(booking);
    });
  }

  @Delete(':bookingId')
  @HttpCode(204)
  async remove(@Param({ schema: BookingPath }) { slug, id, bookingId }: BookingPath, @CurrentActor() actor: Actor): Promise<void> {
    const uplink = await this.rows.one(UPLINK, slug, id, actor, 'edit-place');
    await this.rows.write(slug, actor, { action: 'edit-place.remove', subject: `uplink-booking:${bookingId}` }, async (tx) => {
      const { affected } = await tx.delete(UplinkBookingEntity, { id: bookingId, uplinkId: uplink.id });
      if (affected !== 1) throw problem('not-found', 'This uplink has no such booking. It may have been removed.');
    });
  }
}

function toUplinkBooking(row: { id: UplinkBookingId; uplinkId: UplinkId; startsAt: Date; endsAt: Date }): UplinkBooking {
  return { id: row.id, uplinkId: row.uplinkId, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() };
}
