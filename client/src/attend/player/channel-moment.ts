import type { Channel } from '@contract/channel.js';
import type { AgendaIndex, IndexedSession } from '../agenda-index.js';
import { isHeld } from '../now/moments.js';

/**
 * What a channel's audience meets. `on`: there is a picture. `slate`: a card, until the picture is back. Without either: `before` the
 * first session, `between` two, `late` where one should be on, `over` after the last.
 */
export type ChannelState = 'on' | 'slate' | 'before' | 'between' | 'late' | 'over';

export interface ChannelMoment {
  state: ChannelState;
  /** On by the agenda, on the stage that is shown. */
  on: IndexedSession | null;
  /** The next to begin: on the stage; of the programme on any stage. */
  next: IndexedSession | null;
}

/** @param now epoch milliseconds */
export function channelAt(channel: Channel, channels: Readonly<Record<string, Channel>>, { sessions }: AgendaIndex, now: number): ChannelMoment {
  const stages = Object.values(channels).filter(({ kind }) => kind === 'stage');
  const rooms = new Set(channel.kind === 'stage' ? [channel.roomId] : stages.map(({ roomId }) => roomId));
  const shownRoom = channel.kind === 'stage' ? channel.roomId : (stages.find(({ id }) => id === channel.onAirChannelId)?.roomId ?? null);
  const held = sessions.filter((entry) => isHeld(entry) && rooms.has(entry.room.id));
  const current = held.filter((entry) => entry.start <= now && now < entry.end);
  const on = current.find((entry) => entry.room.id === shownRoom) ?? null;
  const next = held.find((entry) => entry.start > now) ?? null;
  if (channel.state === 'live' || channel.state === 'backup') return { state: 'on', on, next };
  if (channel.state === 'slate') return { state: 'slate', on, next };
  if (current.length > 0) return { state: 'late', on: on ?? current[0] ?? null, next };
  if (next === null) return { state: 'over', on, next };
  return { state: held[0] === next ? 'before' : 'between', on, next };
}

/** The stage's channel of a session that can be watched now or soon; null where there is nothing to watch. */
export function channelOf(entry: IndexedSession, channels: Readonly<Record<string, Channel>>, now: number): Channel | null {
  const channel = Object.values(channels).find(({ kind, roomId }) => kind === 'stage' && roomId === entry.room.id);
  if (channel === undefined || !isHeld(entry)) return null;
  return now >= entry.start - EARLY && now < entry.end + LATE ? channel : null;
}

/** Milliseconds before a session's start from which its page has a place for the picture. */
const EARLY = 60 * 60_000;
/** After its end: sessions run late. */
const LATE = 15 * 60_000;

/** The conference's own channel; null where it has none. */
export function programmeOf(channels: Readonly<Record<string, Channel>>): Channel | null {
  return Object.values(channels).find(({ kind }) => kind === 'programme') ?? null;
}

/** Milliseconds before the end of what is on, or before what comes first, from which it is said over the picture. */
const ENDS_SOON = 3 * 60_000;
const BEGINS_SOON = 10 * 60_000;

/** What is on next, where it is time to say so; null otherwise. */
export function soonNext({ on, next }: ChannelMoment, now: number): IndexedSession | null {
  if (next === null) return null;
  const soon = on === null ? next.start - now <= BEGINS_SOON : on.end - now <= ENDS_SOON;
  return soon ? next : null;
}
