import type { Board, BoardPoint, DraftEdit } from '@contract/board.js';
import { applyDraftEdit } from '@rules/apply-draft-edits.js';
import { catchUpEdits } from '@rules/catch-up.js';
import { type BoardIndex, indexBoard } from '../model/board-index.js';
import { confirm, drop, type Drafting, type EditKind, hold, nextToSend, propose, type Seen, seenNow, shownBoard, startDrafting, type Wanted } from '../model/drafting.js';
import { forget, type History, NO_HISTORY, redo, remember, type Step, undo } from '../model/history.js';
import { isPassing, readBoard, sendDraftEdit, theirSlots } from './board-requests.js';
import { type BoardLine, followBoard } from './board-socket.js';
import { type Conflict, conflictOf } from './conflict.js';
import { OthersStore } from './others-store.js';

export type BoardState =
  | { phase: 'loading' }
  | { phase: 'unread'; error: unknown }
  | {
      phase: 'ready';
      index: BoardIndex;
      /** Edits that the server has not taken yet. */
      waiting: number;
      /** Whether the server can be heard. */
      connected: boolean;
      /** The first of those that wait for a choice. */
      conflict: Conflict | null;
      canUndo: boolean;
      canRedo: boolean;
    };

export type ReadyBoard = Extract<BoardState, { phase: 'ready' }>;

const RETRY = 2_000;

/** The draft of one conference as this organizer works on it: edits are shown at once, and sent one after the other. */
export class BoardStore {
  readonly others = new OthersStore();
  private state: BoardState = { phase: 'loading' };
  private drafting: Drafting | null = null;
  private history: History = NO_HISTORY;
  private conflicts: readonly Conflict[] = [];
  private connected = false;
  private sending = false;
  private line: BoardLine | null = null;
  private you: string | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  /** @param refused is told why an edit was not made */
  constructor(private readonly slug: string, private readonly refused: (error: unknown) => void) {}

  read = (): BoardState => this.state;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async start(): Promise<void> {
    if (!(await this.readAnew())) return;
    this.line = followBoard(this.slug, {
      held: () => this.drafting?.held.edit ?? 0,
      take: (edits) => this.take(edits),
      readAnew: async () => await this.readAnew(),
      caughtUp: (you) => {
        this.you = you;
        this.hear(true);
        void this.send();
      },
      lost: () => this.hear(false),
      pointed: (pointer) => this.others.pointed(pointer, this.you),
    });
  }

  stop(): void {
    clearTimeout(this.retry);
    this.line?.close();
    this.line = null;
  }

  async readAnew(): Promise<boolean> {
    try {
      this.holdBoard(await readBoard(this.slug));
      return true;
    } catch (error) {
      if (this.drafting === null) this.set({ phase: 'unread', error });
      return false;
    }
  }

  /** What is seen of sessions now, for an edit that is made later. */
  seenOf = (sessionIds: readonly string[]): Seen => (this.drafting === null ? new Map() : seenNow(this.drafting, sessionIds));

  /** Makes an edit: all of it or nothing. `seen` says what it replaces, where that is not what is shown now. */
  edit(what: EditKind, set: readonly Wanted[], seen?: Seen): void {
    if (this.drafting === null || set.length === 0) return;
    const requestId = crypto.randomUUID();
    this.drafting = propose(this.drafting, { requestId, what, set, seen });
    this.history = remember(this.history, requestId, this.drafting.waiting.at(-1)!);
    this.show();
    void this.send();
  }

  undo(): void {
    this.step('undo', undo);
  }

  redo(): void {
    this.step('redo', redo);
  }

  /** Ends the conflict that waits longest: theirs stays, or what was wanted here is put in its place. */
  settle(choice: 'theirs' | 'mine'): void {
    const [conflict, ...rest] = this.conflicts;
    if (conflict === undefined || this.drafting === null) return;
    this.conflicts = rest;
    const mine = choice === 'mine' ? conflict.rows.map(({ sessionId, mine: to }) => ({ sessionId, to })) : [];
    const set = [...mine, ...conflict.rest];
    if (set.length === 0) return this.show();
    const requestId = crypto.randomUUID();
    this.drafting = propose(this.drafting, { requestId, what: 'move', set, seen: new Map(conflict.rows.map(({ sessionId, edit }) => [sessionId, edit])) });
    this.history = remember(this.history, requestId, this.drafting.waiting.at(-1)!);
    this.show();
    void this.send();
  }

  /** Shows the others where one points. */
  point(point: BoardPoint): void {
    this.line?.point(point);
  }

  private step(what: 'undo' | 'redo', take: (history: History, requestId: string) => Step | null): void {
    const requestId = crypto.randomUUID();
    const step = take(this.history, requestId);
    if (step === null || this.drafting === null) return;
    this.history = step.history;
    this.drafting = propose(this.drafting, { requestId, what, set: step.set, seen: step.seen });
    this.show();
    void this.send();
  }

  private take(edits: readonly DraftEdit[]): boolean {
    if (this.drafting === null) return false;
    const next = catchUpEdits(this.drafting.held.edit, edits);
    if (next === null) return false;
    for (const edit of next) {
      // told before it was answered: the broadcast is the answer
      if (edit.requestId !== null && this.drafting.waiting.some(({ requestId }) => requestId === edit.requestId)) this.drafting = confirm(this.drafting, edit.requestId, edit.edit);
      this.drafting = hold(this.drafting, applyDraftEdit(this.drafting.held, edit));
    }
    if (next.length > 0) this.show();
    return true;
  }

  private async send(): Promise<void> {
    const next = this.drafting === null ? null : nextToSend(this.drafting);
    if (this.sending || next === null) return;
    this.sending = true;
    try {
      const { edit } = await sendDraftEdit(this.slug, next);
      // null: the draft is so already, at the edit that is held
      this.drafting = confirm(this.drafting!, next.requestId, edit?.edit ?? this.heldEditOf(next.set.map(({ sessionId }) => sessionId)));
      if (edit !== null) this.take([edit]);
      this.show();
    } catch (error) {
      if (isPassing(error)) {
        clearTimeout(this.retry);
        this.retry = setTimeout(() => void this.send(), RETRY);
        return;
      }
      this.drop(next.requestId, error);
    } finally {
      this.sending = false;
    }
    void this.send();
  }

  private drop(requestId: string, error: unknown): void {
    const { drafting, dropped } = drop(this.drafting!, requestId);
    this.drafting = drafting;
    this.history = forget(this.history, new Set(dropped.flatMap(({ changes }) => changes.map(({ sessionId }) => sessionId))));
    const theirs = theirSlots(error);
    if (theirs === null) this.refused(error);
    else this.conflicts = [...this.conflicts, conflictOf(theirs, dropped)];
    this.show();
  }

  private heldEditOf(sessionIds: readonly string[]): number {
    const ids = new Set(sessionIds);
    return Math.max(0, ...this.drafting!.held.sessions.filter(({ id }) => ids.has(id)).map(({ edit }) => edit));
  }

  private holdBoard(board: Board): void {
    this.drafting = this.drafting === null ? startDrafting(board) : hold(this.drafting, board);
    this.show();
  }

  private hear(connected: boolean): void {
    if (this.connected === connected) return;
    this.connected = connected;
    if (!connected) this.others.clear();
    this.show();
  }

  private show(): void {
    if (this.drafting === null) return;
    const shown = shownBoard(this.drafting);
    const before = this.state.phase === 'ready' ? this.state.index : undefined;
    this.set({
      phase: 'ready', index: before?.board === shown ? before : indexBoard(shown, before), waiting: this.drafting.waiting.filter(({ edit }) => edit === null).length,
      connected: this.connected, conflict: this.conflicts[0] ?? null, canUndo: this.history.done.length > 0, canRedo: this.history.undone.length > 0,
    });
  }

  private set(state: BoardState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
