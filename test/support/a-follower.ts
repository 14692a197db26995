import type { Agenda } from '../../src/contract/agenda.js';
import type { Revision } from '../../src/contract/changes.js';
import { applyRevision } from '../../src/rules/apply-changes.js';
import { catchUp } from '../../src/rules/catch-up.js';
import { aSocket, type LiveSocket } from './a-live-client.js';

export interface AgendaFollower {
  agenda: () => Agenda;
  /** The numbers of the revisions that were applied, in the order in which they were. */
  applied: () => number[];
  /** How often the whole agenda was read. */
  snapshots: () => number;
  /** How many messages of changes came. */
  messages: () => number;
  /** Resolves once it holds that revision, with nothing on its way. */
  reaches: (revision: number) => Promise<void>;
  socket: () => LiveSocket;
  leave: () => void;
  comeBack: () => Promise<void>;
  close: () => void;
}

/** A client that holds an agenda and follows it, by the rules that the web client keeps, and writes down what it applies. */
export async function aFollower(url: string, slug: string): Promise<AgendaFollower> {
  let agenda: Agenda;
  let socket: LiveSocket;
  let snapshots = 0;
  let messages = 0;
  const applied: number[] = [];
  const waiting = new Set<() => void>();
  const moved = (): void => waiting.forEach((check) => check());

  const read = async (): Promise<void> => {
    agenda = (await (await fetch(`${url}/api/conferences/${slug}/agenda`)).json()) as Agenda;
    snapshots += 1;
    moved();
  };
  const take = (revisions: readonly Revision[]): void => {
    const step = catchUp(agenda.revision, revisions);
    if (step.step === 'follow-again') return void follow();
    for (const revision of step.revisions) {
      agenda = applyRevision(agenda, revision);
      applied.push(revision.revision);
    }
    moved();
  };
  const follow = async (): Promise<void> => {
    const isHeld = await new Promise<boolean>((resolve, reject) => {
      // in the callback: a change that comes in the same breath belongs after the answer
      socket.emit('agenda:follow', { conference: slug, since: agenda.revision }, (reply) => {
        if (!reply.ok) return reject(new Error(reply.problem.detail));
        if ('revisions' in reply.value) take(reply.value.revisions);
        resolve('revisions' in reply.value);
      });
    });
    if (isHeld) return;
    await read();
    await follow();
  };
  const connect = async (): Promise<void> => {
    socket = await aSocket(url);
    socket.on('agenda:changed', (message) => {
      messages += 1;
      take(message.revisions);
    });
    socket.on('agenda:stale', (message) => {
      if (message.revision !== agenda.revision) void follow();
    });
    await follow();
  };

  await read();
  await connect();
  return {
    agenda: () => agenda,
    applied: () => applied,
    snapshots: () => snapshots,
    messages: () => messages,
    reaches: async (revision) =>
      await new Promise<void>((resolve) => {
        const check = (): void => {
          if (agenda.revision !== revision) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    socket: () => socket,
    leave: () => socket.close(),
    comeBack: connect,
    close: () => socket.close(),
  };
}
