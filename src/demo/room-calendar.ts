import { MINUTE } from './city-day.js';
import { changeoverOf } from './placed-session.js';
import type { DemoRoom } from './world.js';

/** Which rooms are taken when, their changeover included: the same rule as the database's. */
export class RoomCalendar {
  private readonly taken = new Map<DemoRoom, { from: number; to: number }[]>();

  isFree(room: DemoRoom, startsAt: number, endsAt: number): boolean {
    const to = endsAt + changeoverOf(room) * MINUTE;
    return (this.taken.get(room) ?? []).every((other) => to <= other.from || other.to <= startsAt);
  }

  take(room: DemoRoom, startsAt: number, endsAt: number): void {
    const held = this.taken.get(room) ?? [];
    held.push({ from: startsAt, to: endsAt + changeoverOf(room) * MINUTE });
    this.taken.set(room, held);
  }
}
