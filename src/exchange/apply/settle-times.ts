import type { ImportItem } from '../../contract/exchange.js';
import type { ImportedSchedule, ImportedSession } from '../read/imported-schedule.js';
import { instantOfWall } from '../read/zones.js';

/** A session of the file at its instant, in milliseconds since 1970. */
export interface SettledSession extends ImportedSession {
  startsAt: number;
  endsAt: number;
}

/** Gives every session its instant. Times on a wall are those of their own zone, else of the room's city, else of the conference. */
export function settleTimes(
  schedule: ImportedSchedule, zone: string, zoneOfRoom: (room: string) => string | null = () => null,
): { sessions: SettledSession[]; items: ImportItem[] } {
  const items: ImportItem[] = [];
  const sessions = schedule.sessions.map((session): SettledSession => {
    const startsAt = settle(session, zoneOfRoom(session.room) ?? zone, items);
    return { ...session, startsAt, endsAt: startsAt + Math.max(1, Math.round(session.minutes * 60)) * 1_000 };
  });
  return { sessions, items };
}

function settle(session: ImportedSession, zone: string, items: ImportItem[]): number {
  const { start } = session;
  if (start.at === 'instant') return start.epoch;
  const used = start.zone ?? zone;
  const { epoch, plain } = instantOfWall(start.text, used);
  if (!plain) {
    const message = `The clocks change in ${used} at ${start.text.slice(0, 16)}: taken as ${new Date(epoch).toISOString()}.`;
    items.push({ severity: 'mended', code: 'clock-change', where: session.where, session: session.title, message });
  }
  return epoch;
}
