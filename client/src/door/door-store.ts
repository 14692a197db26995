import type { CheckInOutcome, CheckInRequest, CheckInResult, DoorList } from '@contract/attendance.js';
import { RequestRefused } from '../account/ask-api.js';
import { forgetKept, keepOnDevice, readAllKept, readKept } from '../offline/device-store.js';
import { readDoorList, sendCheckIns, undoCheckIn } from './door-requests.js';
import { judgeOffline, type Shown } from './judge-offline.js';
import { PATIENCE } from './patience.js';
import { readTicket } from './read-ticket.js';

/** A check-in that the server has not heard of, or did not agree with (`answer`). */
export interface Queued extends CheckInRequest {
  slug: string;
  venueId: string;
  device: string;
  ticketId: string;
  handle: string | null;
  answer: CheckInResult | null;
}

export interface Verdict extends Omit<CheckInResult, 'outcome'> {
  outcome: CheckInOutcome | 'unsure';
  shown: Shown;
  ticketId: string | null;
}

export interface DoorState {
  list: DoorList | null;
  online: boolean;
  /** What the server refused last, in its words. */
  refused: string | null;
  verdict: Verdict | null;
  /** To be told to the server. */
  waiting: number;
  /** People let in without a network with whom the server did not agree. */
  conflicts: readonly Queued[];
  /** Of the list, with what this device did since. */
  came: number;
}

export interface Door {
  slug: string;
  venueId: string;
  device: string;
}

const BATCH = 200;
const SYNC_EVERY = 15_000;

/** One door: decides with the server where it answers, else by its list; tells the server later what it did. */
export class DoorStore {
  private list: DoorList | null = null;
  private online = true;
  private refused: string | null = null;
  private verdict: Verdict | null = null;
  private queue: readonly Queued[] = [];
  private state: DoorState = { list: null, online: true, refused: null, verdict: null, waiting: 0, conflicts: [], came: 0 };
  private readonly listeners = new Set<() => void>();
  private syncing: Promise<void> | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly door: Door) {}

  read = (): DoorState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Opens with what the device kept, then reads the list anew. Returns how to close it. */
  start(): () => void {
    const sync = (): void => void this.sync();
    addEventListener('online', sync);
    this.timer = setInterval(sync, SYNC_EVERY);
    void this.open();
    return () => {
      removeEventListener('online', sync);
      clearInterval(this.timer);
    };
  }

  async refresh(): Promise<void> {
    await this.reach(async () => {
      this.list = await readDoorList(this.door.slug, this.door.venueId);
      await keepOnDevice('door-lists', this.door.venueId, this.list);
    });
  }

  /** What was scanned, typed or chosen. @param anyway the staff let in one of whom the list was unsure */
  async check(shown: Shown, anyway = false): Promise<void> {
    const item: CheckInRequest = { id: crypto.randomUUID(), at: new Date().toISOString(), by: shown };
    const answered = await this.reach(async () => {
      // an answer that comes later is to the same id: the list's decision is then known already
      const [result] = await within(PATIENCE, sendCheckIns(this.door.slug, this.door.venueId, this.door.device, [item]));
      if (result === undefined) return;
      if (result.outcome === 'admitted') await this.mark(shown, result.at);
      this.show({ ...result, shown, ticketId: null });
    });
    if (!answered) await this.decide(item, anyway);
  }

  /** Takes back what the verdict shows. */
  async undo(): Promise<void> {
    const { verdict } = this;
    if (verdict?.outcome !== 'admitted') return;
    const queued = this.queue.find(({ id }) => id === verdict.id);
    if (queued !== undefined) await this.drop(queued);
    else if (!(await this.reach(async () => await undoCheckIn(this.door.slug, verdict.id))) || this.refused !== null) return;
    await this.mark(verdict.shown, null);
    this.show(null);
  }

  /** The conflict was looked at. */
  async dismiss(id: string): Promise<void> {
    const queued = this.queue.find((one) => one.id === id);
    if (queued !== undefined) await this.drop(queued);
  }

  async forgetList(): Promise<void> {
    await forgetKept('door-lists', this.door.venueId);
    this.list = null;
    this.publish();
  }

  /** Tells the server what was done without it. One at a time. */
  async sync(): Promise<void> {
    this.syncing ??= this.tell().finally(() => (this.syncing = undefined));
    await this.syncing;
  }

  private async open(): Promise<void> {
    this.list = await readKept<DoorList>('door-lists', this.door.venueId);
    this.queue = (await readAllKept<Queued>('door-queue')).filter(({ slug, venueId }) => slug === this.door.slug && venueId === this.door.venueId);
    this.publish();
    await this.sync();
    await this.refresh();
  }

  private async tell(): Promise<void> {
    const untold = this.queue.filter(({ answer }) => answer === null).slice(0, BATCH);
    if (untold.length === 0) return void (this.online || (await this.refresh()));
    const told = await this.reach(async () => {
      // under the name that the door had then
      for (const device of new Set(untold.map((one) => one.device))) {
        const ofDevice = untold.filter((one) => one.device === device);
        const results = await sendCheckIns(this.door.slug, this.door.venueId, device, ofDevice.map(({ id, at, by }) => ({ id, at, by })));
        for (const [index, result] of results.entries()) await this.settle(ofDevice[index], result);
      }
    });
    if (told) await this.refresh();
  }

  private async settle(queued: Queued | undefined, result: CheckInResult): Promise<void> {
    if (queued === undefined) return;
    if (result.outcome === 'admitted' || result.outcome === 'undone') return await this.drop(queued);
    await this.put({ ...queued, answer: result });
  }

  /** Without the server: by the list. */
  private async decide(item: CheckInRequest, anyway: boolean): Promise<void> {
    const { list } = this;
    if (list === null) return this.show(null);
    const read = item.by.kind === 'token' ? await readTicket(item.by.token, list.publicKey) : null;
    const here = new Map(this.queue.map(({ ticketId, at }) => [ticketId, at]));
    const judged = judgeOffline(item.by, read, list, here);
    const outcome = judged.outcome === 'unsure' && anyway ? 'admitted' : judged.outcome;
    const at = outcome === 'admitted' ? item.at : judged.at;
    if (outcome === 'admitted' && judged.ticketId !== null) {
      await this.put({ ...item, ...this.door, ticketId: judged.ticketId, handle: judged.handle, answer: null });
    }
    this.show({ id: item.id, outcome, handle: judged.handle, at, legalName: null, venue: null, device: null, shown: item.by, ticketId: judged.ticketId });
  }

  /** Runs what asks the server, and notes whether it answered, and what it refused. False where it could not be asked. */
  private async reach(work: () => Promise<void>): Promise<boolean> {
    this.refused = null;
    try {
      await work();
      this.online = true;
    } catch (error) {
      if (!(error instanceof RequestRefused)) throw error;
      this.online = error.problem !== null && error.problem.status < 500;
      if (this.online) this.refused = error.problem?.detail ?? null;
    }
    this.publish();
    return this.online;
  }

  /** Notes on the list that somebody was let in, or taken back. */
  private async mark(shown: Shown, at: string | null): Promise<void> {
    if (this.list === null) return;
    const read = shown.kind === 'token' ? await readTicket(shown.token, this.list.publicKey) : null;
    const isMeant = (ticket: DoorList['tickets'][number]): boolean =>
      shown.kind === 'code' ? ticket.shortCode === shown.code : ticket.id === (shown.kind === 'ticket' ? shown.ticketId : read?.ticketId);
    this.list = { ...this.list, tickets: this.list.tickets.map((ticket) => (isMeant(ticket) ? { ...ticket, checkedInAt: at } : ticket)) };
    await keepOnDevice('door-lists', this.door.venueId, this.list);
  }

  private async put(queued: Queued): Promise<void> {
    this.queue = [...this.queue.filter(({ id }) => id !== queued.id), queued];
    await keepOnDevice('door-queue', queued.id, queued);
    this.publish();
  }

  private async drop({ id }: Queued): Promise<void> {
    this.queue = this.queue.filter((one) => one.id !== id);
    await forgetKept('door-queue', id);
    this.publish();
  }

  private show(verdict: Verdict | null): void {
    this.verdict = verdict;
    this.publish();
  }

  private publish(): void {
    const untold = this.queue.filter(({ answer }) => answer === null);
    const listed = new Set(this.list?.tickets.filter(({ checkedInAt }) => checkedInAt !== null).map(({ id }) => id));
    for (const { ticketId } of untold) listed.add(ticketId);
    this.state = {
      list: this.list,
      online: this.online,
      refused: this.refused,
      verdict: this.verdict,
      waiting: untold.length,
      conflicts: this.queue.filter(({ answer }) => answer !== null),
      came: listed.size,
    };
    for (const listener of this.listeners) listener();
  }
}

async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(new RequestRefused(null, 'the server took too long')), milliseconds);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
