import type { DataSource } from 'typeorm';
import { SessionEntity } from '../../src/agenda/session.entity.js';
import { RoomEntity } from '../../src/conferences/room.entity.js';
import { UplinkBookingEntity } from '../../src/conferences/uplink-booking.entity.js';
import { UplinkEntity } from '../../src/conferences/uplink.entity.js';
import type { UplinkBookingId, UplinkId } from '../../src/contract/ids.js';
import { newId } from '../../src/platform/new-id.js';
import { aConference, type BuiltConference } from './a-conference.js';

/**
 * A conference to plan, on 24 November 2026 in Lyon and Oslo (both UTC+1, a day's journey apart): Ada opens it at 10:00
 * in the Hall; the others wait for a slot. `Sent home` is sent by satellite, which is booked in Lyon from 11:00 to 13:00.
 */
export async function aPlannedConference(source: DataSource, slug: string): Promise<BuiltConference> {
  const waiting = { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', plans: [] };
  const built = await aConference(slug)
    .withCity('Lyon', 'Europe/Paris', { latitude: 45.76, longitude: 4.84 }).withRoom('Hall').withRoom('Studio')
    .withCity('Oslo', 'Europe/Oslo', { latitude: 59.91, longitude: 10.75 }).withRoom('Dome')
    .withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', minutes: 45, speakers: ['Ada'] })
    .withSession('Tides', { ...waiting, speakers: ['Ada'] })
    .withSession('Fjords', { ...waiting, speakers: ['Bo'] })
    .withSession('Sent home', { ...waiting, speakers: ['Cleo'] })
    .build(source);
  const { venueId } = await source.getRepository(RoomEntity).findOneByOrFail({ id: built.rooms['Hall']! });
  const uplinkId = newId<UplinkId>();
  await source.getRepository(UplinkEntity).insert({ id: uplinkId, conferenceId: built.id, venueId, kind: 'satellite', name: 'Dish' });
  await source.getRepository(UplinkBookingEntity).insert({
    id: newId<UplinkBookingId>(), uplinkId, startsAt: new Date('2026-11-24T10:00:00Z'), endsAt: new Date('2026-11-24T12:00:00Z'),
  });
  await source.getRepository(SessionEntity).update({ id: built.sessions['Sent home']! }, { sentBy: 'satellite' });
  return built;
}
