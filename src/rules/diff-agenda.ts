import type { Agenda, AgendaSession, AgendaTexts, SessionText } from '../contract/agenda.js';
import type { Change, Placement } from '../contract/changes.js';
import type { Channel, OnAir } from '../contract/channel.js';
import { sameValue } from './same-value.js';

/** A published agenda, or the part of one that a write may have touched, with its texts. */
export interface Published {
  agenda: Omit<Agenda, 'revision'>;
  texts: Omit<AgendaTexts, 'revision'>;
}

const EDITABLE = ['title', 'subtitle', 'kind', 'language', 'trackId', 'anchor', 'overlapWaived', 'appearances', 'url', 'replayId'] as const;

/**
 * The facts that lead from one published agenda to another: `applyChanges(before, diffAgenda(before, after))` is `after`.
 * What is put comes before what refers to it, what is removed after.
 */
export function diffAgenda(before: Published, after: Published): Change[] {
  const from = before.agenda;
  const to = after.agenda;
  const puts: Change[] = [];
  const removals: Change[] = [];

  if (!sameValue(from.conference, to.conference)) puts.push({ change: 'conference.changed', conference: to.conference });
  compare(from.cities, to.cities, (city) => puts.push({ change: 'city.put', city }), (city) => removals.push({ change: 'city.removed', cityId: city.id }));
  compare(from.venues, to.venues, (venue) => puts.push({ change: 'venue.put', venue }), (venue) => removals.push({ change: 'venue.removed', venueId: venue.id }));
  compare(from.rooms, to.rooms, (room) => puts.push({ change: 'room.put', room }), (room) => removals.push({ change: 'room.removed', roomId: room.id }));
  compare(from.tracks, to.tracks, (track) => puts.push({ change: 'track.put', track }), (track) => removals.push({ change: 'track.removed', trackId: track.id }));

  for (const speaker of Object.values(to.speakers)) {
    const biography = after.texts.biographies[speaker.id] ?? '';
    const known = from.speakers[speaker.id];
    const photo = after.texts.photos[speaker.id];
    const sameTexts = (before.texts.biographies[speaker.id] ?? '') === biography && before.texts.photos[speaker.id] === photo;
    if (known === undefined || !sameValue(known, speaker) || !sameTexts) {
      puts.push({ change: 'speaker.put', speaker, biography, ...(photo === undefined ? {} : { photo }) });
    }
  }
  for (const speaker of Object.values(from.speakers)) {
    if (to.speakers[speaker.id] === undefined) removals.push({ change: 'speaker.removed', speakerId: speaker.id });
  }

  const sessions: Change[] = [];
  for (const session of Object.values(to.sessions)) {
    const text = after.texts.sessions[session.id] ?? NO_TEXT;
    const known = from.sessions[session.id];
    if (known === undefined) sessions.push({ change: 'session.added', session, text });
    else sessions.push(...diffSession(known, session, before.texts.sessions[session.id] ?? NO_TEXT, text));
  }
  for (const session of Object.values(from.sessions)) {
    if (to.sessions[session.id] === undefined) sessions.push({ change: 'session.withdrawn', sessionId: session.id });
  }
  for (const channel of Object.values(to.channels)) puts.push(...diffChannel(from.channels[channel.id], channel));
  for (const { id } of Object.values(from.channels)) if (to.channels[id] === undefined) removals.push({ change: 'channel.removed', channelId: id });
  return [...puts, ...sessions, ...removals.reverse()];
}

function diffSession(from: AgendaSession, to: AgendaSession, textFrom: SessionText, textTo: SessionText): Change[] {
  const changes: Change[] = [];
  const placement = diffPlacement(from, to);
  if (placement !== null) changes.push(placement);
  if (from.status !== to.status || from.cancelReason !== to.cancelReason) {
    changes.push(
      to.status === 'cancelled'
        ? { change: 'session.cancelled', sessionId: to.id, reason: to.cancelReason }
        : { change: 'session.reinstated', sessionId: to.id },
    );
  }
  const set = changedFields(from, to, EDITABLE);
  const text = changedFields(textFrom, textTo, ['abstract', 'description']);
  const textChanged = Object.keys(text).length > 0;
  if (Object.keys(set).length > 0 || textChanged) {
    changes.push({ change: 'session.edited', sessionId: to.id, set, ...(textChanged ? { text } : {}) });
  }
  return changes;
}

function diffChannel(from: Channel | undefined, to: Channel): Change[] {
  if (from === undefined || !sameValue({ ...from, ...onAirOf(to) }, to)) return [{ change: 'channel.put', channel: to }];
  const [was, is] = [onAirOf(from), onAirOf(to)];
  return sameValue(was, is) ? [] : [{ change: 'channel.changed', channelId: to.id, from: was, to: is }];
}

const onAirOf = ({ state, onAirChannelId }: Channel): OnAir => ({ state, onAirChannelId });

function diffPlacement(before: AgendaSession, after: AgendaSession): Change | null {
  const from = placementOf(before);
  const to = placementOf(after);
  if (sameValue(from, to)) return null;
  const later = minutesBetween(from.startsAt, to.startsAt);
  const endsLater = minutesBetween(from.endsAt, to.endsAt);
  const sameRoom = from.roomId === to.roomId;
  if (sameRoom && later > 0 && later === endsLater) {
    return { change: 'session.delayed', sessionId: after.id, from, to, minutes: later };
  }
  if (sameRoom && later === 0) return { change: 'session.extended', sessionId: after.id, from, to, minutes: endsLater };
  return { change: 'session.moved', sessionId: after.id, from, to };
}

function placementOf(session: AgendaSession): Placement {
  return { roomId: session.roomId, startsAt: session.startsAt, endsAt: session.endsAt };
}

function compare<T>(before: Record<string, T>, after: Record<string, T>, put: (value: T) => void, remove: (value: T) => void): void {
  for (const [id, value] of Object.entries(after)) {
    const known = before[id];
    if (known === undefined || !sameValue(known, value)) put(value);
  }
  for (const [id, value] of Object.entries(before)) if (after[id] === undefined) remove(value);
}

function changedFields<T extends object, K extends keyof T>(from: T, to: T, keys: readonly K[]): Partial<Pick<T, K>> {
  const changed: Partial<Pick<T, K>> = {};
  for (const key of keys) if (!sameValue(from[key], to[key])) changed[key] = to[key];
  return changed;
}

const minutesBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 60_000;
const NO_TEXT: SessionText = { abstract: '', description: '' };
