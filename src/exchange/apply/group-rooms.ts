import type { ImportItem } from '../../contract/exchange.js';
import { offsetAt, offsetText } from '../read/zones.js';
import type { SettledSession } from './settle-times.js';

export interface RoomGroups {
  /** Rooms that keep another time than the conference, with the offset (minutes) of their first session. */
  elsewhere: ReadonlyMap<string, number>;
  items: ImportItem[];
}

/**
 * Formats without cities still tell that a room is elsewhere: all its sessions are written with an offset that the
 * conference's zone does not have at those instants, while other rooms agree with it. Where no room agrees, it is the
 * file's zone that is wrong (or its offsets), and nothing is concluded.
 */
export function groupRooms(sessions: readonly SettledSession[], zone: string): RoomGroups {
  const rooms = new Map<string, { agree: number; differ: SettledSession[]; offsets: number[] }>();
  for (const session of sessions) {
    if (session.start.at !== 'instant' || session.start.offsetMinutes === null) continue;
    const room = rooms.get(session.room) ?? { agree: 0, differ: [], offsets: [] };
    rooms.set(session.room, room);
    if (session.start.offsetMinutes === offsetAt(zone, session.startsAt)) room.agree += 1;
    else {
      room.differ.push(session);
      room.offsets.push(session.start.offsetMinutes);
    }
  }
  const all = [...rooms.values()];
  const differing = all.flatMap(({ differ }) => differ);
  const [first] = differing;
  if (first === undefined) return { elsewhere: new Map(), items: [] };
  if (all.every(({ agree }) => agree === 0)) {
    const message = `All ${differing.length} offsets differ from those of ${zone}; every instant is kept. If the zone is wrong, import with --zone.`;
    return { elsewhere: new Map(), items: [{ severity: 'accepted', code: 'offsets-differ', where: '', session: null, message }] };
  }
  const elsewhere = new Map<string, number>();
  const items: ImportItem[] = [];
  for (const [name, room] of rooms) {
    const [offset] = room.offsets;
    if (room.agree === 0 && offset !== undefined) {
      elsewhere.set(name, offset);
      continue;
    }
    for (const session of room.differ) {
      const message = `Its offset differs from that of ${zone}; its instant, ${new Date(session.startsAt).toISOString()}, is kept.`;
      items.push({ severity: 'accepted', code: 'offset-differs', where: session.where, session: session.title, message });
    }
  }
  for (const [name, offset] of elsewhere) {
    const message = `The sessions in “${name.split('\n')[0] ?? name}” keep UTC${offsetText(offset)}, not ${zone}: the room is put into a city of its own.`;
    items.push({ severity: 'mended', code: 'room-elsewhere', where: '', session: null, message });
  }
  return { elsewhere, items };
}
