import type { Board, BoardSession } from '@contract/board.js';
import { aSlot, ABoard } from './a-board.js';
import { confirm, drop, hold, nextToSend, propose, seenNow, shownBoard, startDrafting } from './drafting.js';

const board = new ABoard().withCity('Lyon', ['Hall', 'Studio']).withSession('tides', { room: 'Hall', from: '09:00', to: '10:00' }).withSession('stars', null).build({ edit: 4 });
const nine = aSlot('Studio', '09:00', '10:00');
const ten = aSlot('Studio', '10:00', '11:00');
const slotOf = (of: Board, title: string): BoardSession['slot'] | undefined => of.sessions.find((session) => session.title === title)?.slot;
/** The board as the server holds it once it took that edit. */
const after = (of: Board, edit: number, title: string, slot: BoardSession['slot']): Board => ({
  ...of, edit, sessions: of.sessions.map((session) => (session.title === title ? { ...session, slot, edit } : session)),
});

describe('drafting', () => {
  it('shows an edit at once and sends it with what it replaces', () => {
    const drafting = propose(startDrafting(board), { requestId: 'a', what: 'move', set: [{ sessionId: 'tides', to: nine }] });
    expect(slotOf(shownBoard(drafting), 'tides')).toEqual(nine);
    expect(slotOf(drafting.held, 'tides')).toEqual(aSlot('Hall', '09:00', '10:00'));
    expect(nextToSend(drafting)).toEqual({
      requestId: 'a', what: 'move',
      set: [{ sessionId: 'tides', expected: 0, to: { roomId: 'Studio', startsAt: nine.startsAt, endsAt: nine.endsAt, anchor: 'floating', waiver: null } }],
    });
  });

  it('sends one at a time, each on top of the number that the one before was given', () => {
    let drafting = propose(startDrafting(board), { requestId: 'a', what: 'place', set: [{ sessionId: 'stars', to: nine }] });
    drafting = propose(drafting, { requestId: 'b', what: 'move', set: [{ sessionId: 'stars', to: ten }] });
    expect(nextToSend(drafting)?.requestId).toBe('a');
    drafting = confirm(drafting, 'a', 5);
    expect(nextToSend(drafting)).toMatchObject({ requestId: 'b', set: [{ sessionId: 'stars', expected: 5 }] });
  });

  it('goes on showing what was confirmed until the board of that number is here', () => {
    let drafting = confirm(propose(startDrafting(board), { requestId: 'a', what: 'place', set: [{ sessionId: 'stars', to: nine }] }), 'a', 6);
    expect(nextToSend(drafting)).toBeNull();
    drafting = hold(drafting, after(board, 5, 'tides', ten));
    expect(slotOf(shownBoard(drafting), 'stars')).toEqual(nine);
    drafting = hold(drafting, after(drafting.held, 6, 'stars', nine));
    expect(drafting.waiting).toEqual([]);
    expect(slotOf(shownBoard(drafting), 'stars')).toEqual(nine);
  });

  it('drops with an edit what was built on it, and nothing else', () => {
    let drafting = propose(startDrafting(board), { requestId: 'a', what: 'place', set: [{ sessionId: 'stars', to: nine }] });
    drafting = propose(drafting, { requestId: 'b', what: 'move', set: [{ sessionId: 'stars', to: ten }] });
    drafting = propose(drafting, { requestId: 'c', what: 'unschedule', set: [{ sessionId: 'tides', to: null }] });
    const { drafting: left, dropped } = drop(drafting, 'a');
    expect(dropped.map(({ requestId }) => requestId)).toEqual(['a', 'b']);
    expect(left.waiting.map(({ requestId }) => requestId)).toEqual(['c']);
    expect(slotOf(shownBoard(left), 'stars')).toBeNull();
  });

  it('replaces what an undo says that it undoes, not what somebody else wrote since', () => {
    const mine = hold(confirm(propose(startDrafting(board), { requestId: 'a', what: 'place', set: [{ sessionId: 'stars', to: nine }] }), 'a', 5), after(board, 5, 'stars', nine));
    const theirs = hold(mine, after(mine.held, 6, 'stars', ten));
    const undone = propose(theirs, { requestId: 'b', what: 'undo', set: [{ sessionId: 'stars', to: null }], seen: new Map([['stars', 'a']]) });
    expect(nextToSend(undone)).toMatchObject({ set: [{ sessionId: 'stars', expected: 5, to: null }] });
  });

  it('replaces what was seen when a session was picked up, not what it is when it is dropped', () => {
    const pickedUp = startDrafting(board);
    const seen = seenNow(pickedUp, ['stars']);
    const dropped = propose(hold(pickedUp, after(board, 5, 'stars', ten)), { requestId: 'a', what: 'place', set: [{ sessionId: 'stars', to: nine }], seen });
    expect(nextToSend(dropped)).toMatchObject({ set: [{ sessionId: 'stars', expected: 0 }] });
  });

  it('gives a waiting session as the same object each time', () => {
    const drafting = propose(startDrafting(board), { requestId: 'a', what: 'place', set: [{ sessionId: 'stars', to: nine }] });
    expect(shownBoard(drafting).sessions[1]).toBe(shownBoard(drafting).sessions[1]);
  });
});
