import type { Agenda, AgendaTexts } from '@contract/agenda.js';
import type { Revision } from '@contract/changes.js';
import { applyRevision, applyRevisionToTexts } from '@rules/apply-changes.js';
import { catchUp } from '@rules/catch-up.js';
import { indexAgenda } from '../attend/agenda-index.js';
import { readAgenda, readChanges, readTexts } from './agenda-requests.js';
import type { Follower } from './agenda-socket.js';
import { type ConnectionEvent, nextConnection } from './connection-state.js';
import { forgetCopy, readCopy, writeCopy } from './device-copy.js';
import { jitter } from './jitter.js';
import type { Connection, LiveAgenda } from './live-agenda.js';
import { addUnseen, recordChanges } from './session-changes.js';
import { whenIdle } from './when-idle.js';

export type AgendaState =
  | { phase: 'loading' }
  /** The server knows no such conference. */
  | { phase: 'unknown' }
  /** The server can't be reached, and nothing is kept on this device. It is tried again. */
  | { phase: 'unread' }
  | { phase: 'ready'; live: LiveAgenda; outdated: boolean };

/** Told of revisions that arrived live, with the agenda before and after them. */
export type RevisionsListener = (revisions: readonly Revision[], before: Agenda, after: Agenda) => void;

/** Keeps one conference's agenda true for the time that its pages are open. */
export class AgendaStore {
  private state: AgendaState = { phase: 'loading' };
  private connection: Connection = { state: 'loading' };
  /** Epoch milliseconds: every change until then is known. */
  private heardAt = 0;
  private readonly listeners = new Set<() => void>();
  private readonly revisionListeners = new Set<RevisionsListener>();
  /** How to stop all that was started. */
  private readonly ends = new Set<() => void>();
  private stopped = false;
  private saving: ReturnType<typeof setTimeout> | undefined;
  /** Applied lately: texts that are read while revisions arrive are brought forward by them. */
  private recent: Revision[] = [];

  constructor(private readonly slug: string) {}

  readonly read = (): AgendaState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly onRevisions = (listener: RevisionsListener): (() => void) => {
    this.revisionListeners.add(listener);
    return () => this.revisionListeners.delete(listener);
  };

  /** Shows what is kept on this device, then what the server says, then follows it. */
  start(): void {
    this.stopped = false;
    void this.open();
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') this.save();
    };
    document.addEventListener('visibilitychange', hidden);
    this.ends.add(() => document.removeEventListener('visibilitychange', hidden));
  }

  stop(): void {
    this.stopped = true;
    for (const end of this.ends) end();
    this.ends.clear();
    if (this.saving !== undefined) this.save();
  }

  private async open(): Promise<void> {
    const answer = readAgenda(this.slug);
    const copy = await readCopy(this.slug);
    if (this.stopped) return;
    if (copy !== null) {
      this.heardAt = copy.heardAt;
      this.show(copy.agenda, copy.texts);
    }
    await this.settle(await answer);
  }

  private async settle(answer: Awaited<ReturnType<typeof readAgenda>>): Promise<void> {
    if (this.stopped) return;
    switch (answer.answer) {
      case 'read':
        if (answer.readAt === null) this.heard();
        else this.heardAt = Math.max(this.heardAt, answer.readAt);
        this.showNewer(answer.value);
        if (answer.readAt !== null) this.signal({ event: 'lost', heardAt: this.heardAt });
        break;
      case 'unknown':
        this.setState({ phase: 'unknown' });
        void forgetCopy(this.slug);
        return;
      case 'unreachable':
        if (this.state.phase !== 'ready') {
          this.setState({ phase: 'unread' });
          return this.later(() => void readAgenda(this.slug).then((next) => this.settle(next)), 2_000 + jitter(3_000));
        }
        this.signal({ event: 'lost', heardAt: this.heardAt });
        break;
      default:
        answer satisfies never;
    }
    this.follow();
  }

  private follow(): void {
    afterPaint(async () => {
      const { followAgenda } = await import('./agenda-socket.js');
      if (!this.stopped) this.ends.add(followAgenda(this.slug, this.follower));
    });
    this.ends.add(whenIdle(() => void this.readTexts().then(() => this.readHistory()), 4_000));
  }

  private readonly follower: Follower = {
    held: () => this.live?.agenda.revision ?? 0,
    take: (revisions) => this.take(revisions),
    readAnew: async () => {
      const answer = await readAgenda(this.slug);
      if (answer.answer !== 'read' || answer.readAt !== null) return false;
      this.heard();
      this.show(answer.value, this.live?.texts ?? null);
      await this.readTexts();
      return true;
    },
    behind: () => this.signal({ event: 'behind' }),
    caughtUp: () => {
      this.heard();
      this.signal({ event: 'caught-up' });
      this.saveSoon();
    },
    heard: () => this.heard(),
    lost: () => this.signal({ event: 'lost', heardAt: this.heardAt }),
    counted: ({ total, cities }) => this.patch({ presence: { total, cities } }),
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
    const agenda = step.revisions.reduce(applyRevision, live.agenda);
    this.recent = [...this.recent, ...step.revisions].slice(-RECENT);
    const texts = live.texts === null ? null : this.bringForward(live.texts);
    this.patch({
      agenda,
      index: indexAgenda(agenda, live.index),
      texts,
      unseen: addUnseen(live.unseen, step.revisions),
      history: recordChanges(live.history, step.revisions),
    });
    for (const listener of this.revisionListeners) listener(step.revisions, live.agenda, agenda);
    this.saveSoon();
    return true;
  }

  /** Texts at the newest revision that the revisions applied lately lead to. */
  private bringForward(texts: AgendaTexts): AgendaTexts {
    return this.recent.reduce((held, revision) => (revision.revision === held.revision + 1 ? applyRevisionToTexts(held, revision) : held), texts);
  }

  private async readTexts(): Promise<void> {
    if (this.live === null || this.live.texts?.revision === this.live.agenda.revision) return;
    const answer = await readTexts(this.slug);
    if (this.stopped || answer.answer !== 'read') return;
    this.patch({ texts: this.bringForward(answer.value) });
    this.saveSoon();
  }

  /** What changed before this page was opened: for "was 14:00". Not kept, where it is not to be had. */
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
    if (held !== undefined && held.conference.id === agenda.conference.id && held.revision >= agenda.revision) return;
    this.show(agenda, this.live?.texts ?? null);
    this.saveSoon();
  }

  private show(agenda: Agenda, texts: AgendaTexts | null): void {
    this.connection = nextConnection(this.connection, { event: 'shown' });
    const held = this.live;
    const same = held !== null && held.agenda.conference.id === agenda.conference.id;
    const live: LiveAgenda = {
      agenda,
      index: indexAgenda(agenda, held?.index),
      texts: held === null || same ? texts : null,
      connection: this.connection,
      unseen: same ? held.unseen : new Map(),
      history: same ? held.history : new Map(),
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

  private heard(): void {
    this.heardAt = Date.now();
  }

  private signal(event: ConnectionEvent): void {
    const next = nextConnection(this.connection, event);
    if (next === this.connection) return;
    this.connection = next;
    this.patch({ connection: next });
  }

  private get live(): LiveAgenda | null {
    return this.state.phase === 'ready' ? this.state.live : null;
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

  /** A burst of changes is written once. */
  private saveSoon(): void {
    this.saving ??= setTimeout(() => this.save(), 2_000);
  }

  private save(): void {
    clearTimeout(this.saving);
    this.saving = undefined;
    const live = this.live;
    if (live !== null) void writeCopy(this.slug, { agenda: live.agenda, texts: live.texts, heardAt: this.heardAt });
  }
}

const RECENT = 500;
/** Revisions back from now, as many as can be had. */
const HISTORY = [100, 25, 5];

/** Once what is shown is on the screen; soon, where the page is hidden and nothing is drawn. */
function afterPaint(act: () => Promise<void>): void {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    void act();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, 1_000);
}
