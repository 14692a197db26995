import type { Agenda, AgendaTexts } from '@contract/agenda.js';
import type { Revision } from '@contract/changes.js';
import { catchUp } from '@rules/catch-up.js';
import { indexAgenda } from '../attend/agenda-index.js';
import { advance, bringForward, remember } from './advance.js';
import { afterPaint } from './after-paint.js';
import { readAgenda, readChanges, readTexts } from './agenda-requests.js';
import type { Follower } from './agenda-socket.js';
import { AudienceLine } from './audience-line.js';
import { type ConnectionEvent, nextConnection } from './connection-state.js';
import { CopyKeeper } from './copy-keeper.js';
import { completed, isIncomplete } from './device-copy.js';
import { jitter } from './jitter.js';
import type { Connection, LiveAgenda } from './live-agenda.js';
import { recordChanges } from './session-changes.js';
import { whenIdle } from './when-idle.js';

export type AgendaState =
  | { phase: 'loading' }
  /** The server knows no such conference. */
  | { phase: 'unknown' }
  /** The server can't be reached, and nothing is kept on this device. It is tried again. */
  | { phase: 'unread' }
  /** `outdated`: the server no longer speaks this page's protocol. */
  | { phase: 'ready'; live: LiveAgenda; outdated: boolean };

/** Told of revisions that arrived live, with the agenda before and after them. */
export type RevisionsListener = (revisions: readonly Revision[], before: Agenda, after: Agenda) => void;

/** Revisions back from now whose changes are read at first, as many as can be had. */
const HISTORY = [100, 25, 5];

/** Keeps one conference's agenda true for the time that its pages are open. */
export class AgendaStore {
  private state: AgendaState = { phase: 'loading' };
  private connection: Connection = { state: 'loading' };
  /** Epoch milliseconds: every change until then is known. */
  private heardAt = 0;
  private remembered: readonly Revision[] = [];
  /** What was kept on this device is of an older page, and lacks what that did not know of. */
  private copyLacks = false;
  /** The texts could not be read, or are older than the agenda: to be read again once the server is heard. */
  private textsMissed = false;
  private readonly listeners = new Set<() => void>();
  private readonly revisionListeners = new Set<RevisionsListener>();
  /** How to stop all that was started. */
  private readonly ends = new Set<() => void>();
  private stopped = false;
  private readonly copy: CopyKeeper;
  /** Who watches what these pages show, by the same socket. */
  readonly audience = new AudienceLine();

  constructor(private readonly slug: string) {
    this.copy = new CopyKeeper(slug, () => (this.live === null ? null : { agenda: this.live.agenda, texts: this.live.texts, heardAt: this.heardAt }));
  }

  readonly read = (): AgendaState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly onRevisions = (listener: RevisionsListener): (() => void) => {
    this.revisionListeners.add(listener);
    return () => this.revisionListeners.delete(listener);
  };

  /** Shows what is kept on this device, then what the server says, then follows it. Once. */
  start(): void {
    this.copy.start();
    void this.open();
  }

  stop(): void {
    this.stopped = true;
    for (const end of this.ends) end();
    this.copy.stop();
  }

  private async open(): Promise<void> {
    const answer = readAgenda(this.slug);
    const copy = await this.copy.read();
    if (this.stopped) return;
    if (copy !== null) {
      this.heardAt = copy.heardAt;
      this.copyLacks = isIncomplete(copy.agenda);
      this.show(completed(copy.agenda), copy.texts);
    }
    this.settle(await answer);
  }

  private settle(answer: Awaited<ReturnType<typeof readAgenda>>): void {
    if (this.stopped) return;
    switch (answer.answer) {
      case 'read':
        this.heardAt = Math.max(this.heardAt, answer.readAt ?? Date.now());
        this.showNewer(answer.value);
        if (answer.readAt !== null) this.signal({ event: 'lost', heardAt: this.heardAt });
        return this.follow();
      case 'unknown':
        return this.forget();
      case 'unreachable':
        if (this.live === null) {
          this.setState({ phase: 'unread' });
          return this.later(() => void readAgenda(this.slug).then((next) => this.settle(next)), 2_000 + jitter(3_000));
        }
        this.signal({ event: 'lost', heardAt: this.heardAt });
        return this.follow();
      default:
        answer satisfies never;
    }
  }

  private forget(): void {
    this.copy.forget();
    this.setState({ phase: 'unknown' });
  }

  private follow(): void {
    const connect = async (): Promise<void> => {
      const socket = await import('./agenda-socket.js').catch(() => null);
      if (this.stopped) return;
      if (socket !== null) return void this.ends.add(socket.followAgenda(this.slug, this.follower, this.audience));
      // the network went away since the page came
      this.signal({ event: 'lost', heardAt: this.heardAt });
      this.later(() => void connect(), 2_000 + jitter(3_000));
    };
    this.ends.add(afterPaint(() => void connect()));
    this.ends.add(whenIdle(() => void this.readTexts().then(() => this.readHistory()), 4_000));
  }

  private readonly follower: Follower = {
    held: () => this.live?.agenda.revision ?? 0,
    take: (revisions) => this.take(revisions),
    readAnew: async (isWanted) => {
      const answer = await readAgenda(this.slug);
      if (answer.answer === 'unknown' && !this.stopped) {
        this.follower.gone();
        // there is nothing to be read, and nothing to try again
        return true;
      }
      if (answer.answer !== 'read' || answer.readAt !== null || this.stopped) return false;
      if (!isWanted()) return true;
      this.heardAt = Date.now();
      this.show(completed(answer.value), this.live?.texts ?? null);
      await this.readTexts();
      return true;
    },
    behind: () => this.signal({ event: 'behind' }),
    caughtUp: () => {
      this.heardAt = Date.now();
      if (this.textsMissed) this.later(() => void this.readTexts(), jitter(2_000));
      this.signal({ event: 'caught-up' });
      this.copy.writeSoon();
    },
    heard: () => {
      this.heardAt = Date.now();
    },
    lost: () => this.signal({ event: 'lost', heardAt: this.heardAt }),
    counted: ({ total, cities }) => this.patch({ presence: { total, cities } }),
    gone: () => {
      this.stop();
      this.forget();
    },
    outdated: () => {
      if (this.state.phase === 'ready') this.setState({ ...this.state, outdated: true });
    },
  };

  private take(revisions: readonly Revision[]): boolean {
    const live = this.live;
    if (live === null) return false;
    const step = catchUp(live.agenda.revision, revisions);
    if (step.step === 'follow-again') return false;
    if (step.revisions.length === 0) return true;
    this.remembered = remember(this.remembered, step.revisions);
    const next = advance(live, step.revisions, this.remembered);
    this.patch(next);
    for (const listener of this.revisionListeners) listener(step.revisions, live.agenda, next.agenda);
    this.copy.writeSoon();
    return true;
  }

  private async readTexts(): Promise<void> {
    if (this.live === null || this.live.texts?.revision === this.live.agenda.revision) return;
    const answer = await readTexts(this.slug);
    if (this.stopped) return;
    // the worker's memory may be older than what is held
    if (answer.answer === 'read' && (answer.readAt === null || answer.value.revision > this.textsRevision)) {
      this.patch({ texts: bringForward(answer.value, this.remembered) });
      this.copy.writeSoon();
    }
    this.textsMissed = this.textsRevision < this.follower.held();
  }

  /** What changed before this page was opened: for "was 14:00". */
  private async readHistory(): Promise<void> {
    const revision = this.live?.agenda.revision ?? 0;
    if (revision <= 1) return;
    // the server may keep fewer: then those of fewer
    for (const back of HISTORY) {
      const answer = await readChanges(this.slug, Math.max(1, revision - back));
      if (this.stopped || answer.answer === 'unreachable' || this.live === null) return;
      if (answer.answer === 'read') return this.patch({ history: recordChanges(this.live.history, answer.value.revisions) });
    }
  }

  private showNewer(agenda: Agenda): void {
    const held = this.live?.agenda;
    // an answer out of a cache may be older than what was carried forward on this device
    const isNewer = held === undefined || agenda.revision > held.revision || (this.copyLacks && agenda.revision === held.revision);
    if (held?.conference.id === agenda.conference.id && !isNewer) return;
    this.show(completed(agenda), this.live?.texts ?? null);
    this.copy.writeSoon();
  }

  private show(agenda: Agenda, texts: AgendaTexts | null): void {
    this.connection = nextConnection(this.connection, { event: 'shown' });
    // the same slug may have become another conference
    const held = this.live?.agenda.conference.id === agenda.conference.id ? this.live : null;
    const live: LiveAgenda = {
      agenda,
      index: indexAgenda(agenda, held?.index),
      texts: this.live === null || held !== null ? texts : null,
      connection: this.connection,
      unseen: held?.unseen ?? new Map(),
      history: held?.history ?? new Map(),
      markSeen: this.markSeen,
      markAllSeen: this.markAllSeen,
      presence: held?.presence ?? null,
    };
    this.setState({ phase: 'ready', live, outdated: false });
  }

  private readonly markSeen = (sessionId: string): void => {
    if (this.live?.unseen.has(sessionId) !== true) return;
    const unseen = new Map(this.live.unseen);
    unseen.delete(sessionId);
    this.patch({ unseen });
  };

  private readonly markAllSeen = (): void => {
    if (this.live !== null && this.live.unseen.size > 0) this.patch({ unseen: new Map() });
  };

  private signal(event: ConnectionEvent): void {
    const next = nextConnection(this.connection, event);
    if (next === this.connection) return;
    this.connection = next;
    this.patch({ connection: next });
  }

  private get live(): LiveAgenda | null {
    return this.state.phase === 'ready' ? this.state.live : null;
  }

  private get textsRevision(): number {
    return this.live?.texts?.revision ?? -1;
  }

  private patch(change: Partial<LiveAgenda>): void {
    if (this.state.phase === 'ready') this.setState({ ...this.state, live: { ...this.state.live, ...change } });
  }

  private setState(state: AgendaState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }

  private later(act: () => void, wait: number): void {
    const timer = setTimeout(act, wait);
    this.ends.add(() => clearTimeout(timer));
  }
}
