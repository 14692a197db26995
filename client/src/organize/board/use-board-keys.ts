import { type KeyboardEvent, type RefObject, useCallback, useRef } from 'react';
import { isRightToLeft } from '../../attend/grid/use-scroll-view.js';
import type { CarryStore, Target } from './carry/carry-store.js';
import { directionOf, stepOfKey } from './carry/keys.js';
import { stepTarget } from './carry/step-target.js';
import { sessionsBetween } from './lasso/sessions-in.js';
import type { BoardEntry, BoardIndex, PlacedAt } from './model/board-index.js';
import type { PlaneFrame } from './plane/plane-frame.js';
import { reveal } from './reveal.js';
import type { Roving } from './use-roving.js';
import type { Selection } from './use-selection.js';

interface Options {
  box: RefObject<HTMLElement | null>;
  frame: PlaneFrame;
  index: BoardIndex;
  carry: CarryStore;
  roving: Roving;
  selection: Selection;
  mayMove: (entry: BoardEntry) => boolean;
  mayMoveIn: (cityId: string) => boolean;
  /** Where a session from the tray is first held. */
  firstPlace: (entry: BoardEntry) => PlacedAt | null;
  onDrop: () => void;
  onNotTheirs: (entry: BoardEntry) => void;
  onUnschedule: (entries: readonly BoardEntry[]) => void;
}

const HOUR = 3_600_000;

/** The board by keyboard alone: move about, pick up, carry, drop, take out, step back. */
export function useBoardKeys(options: Options): (event: KeyboardEvent<HTMLElement>) => void {
  const latest = useRef(options);
  latest.current = options;
  const corner = useRef<string | null>(null);
  return useCallback((event) => {
    const { carry } = latest.current;
    if (isTyping(event.target)) return;
    const handled = carry.read() === null ? atRest(event, latest.current, corner) : carrying(event, latest.current);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  }, []);
}

function carrying(event: KeyboardEvent<HTMLElement>, { box, frame, index, carry, roving, mayMoveIn, onDrop }: Options): boolean {
  const carried = carry.read();
  if (carried?.by !== 'keyboard') return false;
  const { target, lead } = carried;
  const aim = (to: Target): void => {
    carry.aim(to);
    if (to !== null && to !== 'tray' && box.current !== null) reveal(box.current, frame, to);
  };
  if (event.key === 'Escape') {
    carry.letGo();
    roving.focus(lead.session.id);
    return true;
  }
  if (event.key === 'Enter' || event.key === ' ') {
    onDrop();
    return true;
  }
  if (event.key === 'Delete' || event.key === 'Backspace') {
    aim('tray');
    onDrop();
    return true;
  }
  if (target === null || target === 'tray') return event.key === 'Tab';
  if (event.key === 'PageDown' || event.key === 'PageUp') {
    const by = event.key === 'PageDown' ? HOUR : -HOUR;
    aim({ ...target, start: target.start + by, end: target.end + by });
    return true;
  }
  const held = { key: event.key, shift: event.shiftKey, command: event.ctrlKey || event.metaKey };
  const step = stepOfKey(held, frame.axis, box.current !== null && isRightToLeft(box.current));
  // what is carried with others goes with its start: only the end of one among them moves by itself
  if (step !== null && !(carried.alongside.length > 0 && step.startsWith('starts-'))) aim(stepTarget(target, step, frame.layout.rooms.filter(({ place }) => mayMoveIn(place.city.id)), index.board.conference.gridMinutes));
  // the focus stays with what is carried
  return step !== null || event.key === 'Tab';
}

/** @param corner the session at which the rectangle of chosen ones began */
function atRest(event: KeyboardEvent<HTMLElement>, options: Options, corner: RefObject<string | null>): boolean {
  const { box, frame, index, carry, roving, selection, mayMove, firstPlace, onNotTheirs, onUnschedule } = options;
  const command = event.ctrlKey || event.metaKey;
  const id = sessionOf(event.target);
  const entry = id === null ? undefined : index.byId.get(id);
  if (entry === undefined) return false;
  if (command && event.key.toLowerCase() === 'a' && entry.at !== null) {
    selection.selectAll(sameDay(index, entry, event.shiftKey).map(({ session }) => session.id));
    return true;
  }
  if (command || event.altKey) return false;
  if (event.key === 'Escape' && selection.selected.size > 0) {
    selection.choose(null);
    return true;
  }
  const takesOut = event.key === 'Delete' || event.key === 'Backspace';
  if ((event.key === 'Enter' || takesOut) && !mayMove(entry)) {
    onNotTheirs(entry);
    return true;
  }
  if (event.key === 'Enter') {
    const at = entry.at ?? firstPlace(entry);
    if (at === null) return false;
    const alongside = entry.at !== null && selection.selected.has(entry.session.id) ? chosenWith(index, selection, entry).filter(mayMove) : [];
    carry.pickUp({ by: 'keyboard', act: 'move', lead: entry, alongside }, at);
    if (box.current !== null) reveal(box.current, frame, at);
    return true;
  }
  if (event.key === ' ') {
    if (event.shiftKey) selection.toggle(entry.session.id);
    else selection.choose(entry.session.id);
    return true;
  }
  if (takesOut && entry.at !== null) {
    // the focus goes to the one before it, or after: what it is on will be gone
    roving.go(entry.session.id, neighbours(index, entry));
    onUnschedule([entry, ...(selection.selected.has(entry.session.id) ? chosenWith(index, selection, entry).filter(mayMove) : [])]);
    return true;
  }
  if (entry.at === null) return false;
  const direction = event.key === 'Home' ? 'first' : event.key === 'End' ? 'last' : directionOf(event.key, frame.axis, box.current !== null && isRightToLeft(box.current));
  if (direction === null) return false;
  const next = index.byId.get(roving.go(entry.session.id, direction) ?? '');
  if (!event.shiftKey) corner.current = null;
  else if (next?.at != null) {
    // all in the rectangle from where Shift was first held to where the keys have led, beside what they chose on the way
    const from = corner.current !== null && selection.selected.has(corner.current) ? index.byId.get(corner.current)?.at : null;
    if (from == null) corner.current = entry.session.id;
    const more = sessionsBetween(frame, from ?? entry.at, next.at);
    selection.selectAll(from == null ? more : [...new Set([...selection.selected, ...more])]);
  }
  return true;
}

function neighbours(index: BoardIndex, entry: BoardEntry): 'earlier' | 'later' | 'next-room' | 'previous-room' {
  const room = index.byRoom.get(entry.at?.roomId ?? '') ?? [];
  const at = room.indexOf(entry);
  if (room.length > 1) return at > 0 ? 'earlier' : 'later';
  const after = index.places.findIndex(({ room: { id } }) => id === entry.at?.roomId);
  return index.places.slice(0, after).some(({ room: { id } }) => (index.byRoom.get(id)?.length ?? 0) > 0) ? 'previous-room' : 'next-room';
}

/** The others that are chosen with a session and stand on the board. */
export function chosenWith(index: BoardIndex, selection: Selection, entry: BoardEntry): BoardEntry[] {
  return [...selection.selected].flatMap((id) => {
    const other = index.byId.get(id);
    return other === undefined || other === entry || other.at === null ? [] : [other];
  });
}

/** The sessions of a session's day in its city's zone: of its room, or of all rooms of the city. */
export function sameDay(index: BoardIndex, entry: BoardEntry, wholeCity: boolean): BoardEntry[] {
  const place = entry.at === null ? undefined : index.placeOf.get(entry.at.roomId);
  if (entry.at === null || place === undefined) return [];
  const day = new Intl.DateTimeFormat('en', { timeZone: place.city.zone, dateStyle: 'short' });
  const date = day.format(entry.at.start);
  const rooms = index.places.filter(({ room, city }) => (wholeCity ? city.id === place.city.id : room.id === place.room.id));
  return rooms.flatMap(({ room }) => (index.byRoom.get(room.id) ?? []).filter(({ at }) => at !== null && day.format(at.start) === date));
}

const sessionOf = (target: EventTarget): string | null => (target instanceof Element ? (target.closest<HTMLElement>('[data-session]')?.dataset.session ?? null) : null);

/** Where keys write text, or belong to a dialog. */
export const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.closest('input, textarea, select, [role=dialog]') !== null;
