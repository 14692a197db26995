import { EventEmitter, once } from 'node:events';
import type { RevisionReceipt } from '../../src/contract/agenda-requests.js';
import type { Random } from '../../src/demo/random.js';
import type { BuiltConference } from './a-conference.js';
import type { RunningServer } from './running-server.js';

export interface Organizer {
  /** One change of the published agenda. False when the server did not answer: whether it was made is not known then. */
  write: () => Promise<boolean>;
  /** Writes until the server is gone, or so many times. */
  writeUntilRefused: (most: number) => Promise<void>;
  /** Resolves when so many more writes have been answered: made, or refused for a clash. */
  hasWritten: (count: number) => Promise<void>;
  /** What the server said that it has done. */
  acknowledged: () => readonly { revision: number; note: string }[];
}

/** Someone who makes random live changes over HTTP, and writes down what was acknowledged. */
export function anOrganizer(name: string, server: RunningServer, conference: BuiltConference, random: Random): Organizer {
  const acknowledged: { revision: number; note: string }[] = [];
  const events = new EventEmitter();
  const sessions = Object.values(conference.sessions);
  const rooms = Object.values(conference.rooms);
  let number = 0;

  const pick = <T>(from: readonly T[]): T => from[Math.floor(random.next() * from.length)] as T;
  const minutes = (): number => 1 + Math.floor(random.next() * 10);
  const change = (): object => {
    const sessionId = pick(sessions);
    return pick([
      () => ({ change: 'delay', sessionId, minutes: minutes() }),
      () => ({ change: 'extend', sessionId, minutes: minutes() }),
      () => ({ change: 'cancel', sessionId }),
      () => ({ change: 'reinstate', sessionId }),
      () => ({ change: 'move', sessionId, roomId: pick(rooms) }),
    ])();
  };

  const write = async (): Promise<boolean> => {
    number += 1;
    const note = `${name}, change ${number}`;
    try {
      const response = await fetch(`${server.url}/api/conferences/${conference.slug}/live-changes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...change(), reason: note }),
      });
      // a clash with what is there is an answer, too
      const { revision = null } = (await response.json()) as Partial<RevisionReceipt>;
      if (response.ok && revision !== null) acknowledged.push({ revision: revision.revision, note });
      events.emit('answered');
      return true;
    } catch {
      return false;
    }
  };

  return {
    write,
    writeUntilRefused: async (most) => {
      for (let n = 0; n < most; n += 1) if (!(await write())) return;
    },
    hasWritten: async (count) => {
      for (let n = 0; n < count; n += 1) await once(events, 'answered');
    },
    acknowledged: () => acknowledged,
  };
}
