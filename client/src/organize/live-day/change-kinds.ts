import type { DayChange } from '@contract/live-day.js';
import type { IndexedSession } from '../../attend/agenda-index.js';

/** What a person of the crew does to a session. */
export type ChangeKind = 'extend' | 'delay' | 'move' | 'swap' | 'cancel' | 'reinstate';

/** What the drawer is about: a session, a room that is lost, or a rehearsed step that is looked at for real. */
export type ChangeSubject =
  | { about: 'session'; entry: IndexedSession; kind: ChangeKind }
  | { about: 'room'; roomId: string; roomName: string }
  | { about: 'request'; changes: DayChange[]; title: string };

export function kindsFor({ session, start }: IndexedSession, now: number): ChangeKind[] {
  if (session.status === 'cancelled') return ['reinstate'];
  return start <= now ? ['extend', 'move', 'swap', 'cancel'] : ['delay', 'extend', 'move', 'swap', 'cancel'];
}
