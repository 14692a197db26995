import type { Appearance, SessionKind } from '../../contract/agenda.js';
import type { RoomId, SessionId, TrackId } from '../../contract/ids.js';
import { newId } from '../../platform/new-id.js';
import { sameValue } from '../../rules/same-value.js';
import { manyLines, oneLine } from '../read/texts.js';
import { goneReason, settleCancellation, type Cancellation } from './cancellation.js';
import type { ExistingSession } from './existing.queries.js';
import { lastSaidOf, saysAgain } from './last-said.js';
import type { Matched, PlacedSession } from './match-sessions.js';
import type { PeoplePlanner } from './plan-people.js';
import type { SettledSession } from './settle-times.js';

export interface SessionRow {
  id: SessionId; title: string; subtitle: string; kind: SessionKind; language: string | null; trackId: TrackId | null; abstract: string;
  description: string; url: string | null; source: string; sourceKey: string; upstream: Record<string, unknown>;
}
export interface SlotRow extends Cancellation { sessionId: SessionId; roomId: RoomId; startsAt: number; endsAt: number }

/** What becomes of one session of the file, or of one that the file no longer has. */
export interface PlannedSession {
  id: SessionId;
  title: string;
  /** Null for one that the file no longer has. */
  session: PlacedSession | null;
  isNew: boolean;
  /** Set where something of it is to be written. */
  row: SessionRow | null;
  slot: SlotRow;
  slotChanged: boolean;
  appearances: Appearance[];
  appearancesChanged: boolean;
  outcomes: Outcome[];
}
export type Outcome = 'added' | 'moved' | 'edited' | 'cancelled' | 'reinstated';

export interface SessionContext {
  source: string;
  trackOf: (name: string) => TrackId;
  people: PeoplePlanner;
  /** For a file that this conference was exported to: what that export said of each session, by its key. */
  said: ReadonlyMap<string, SettledSession>;
  /** Keys of the source that are taken. */
  keys: ReadonlySet<string>;
}

/** Settles each session of the file against the one that it is in the conference: only what the source changed is changed. */
export function planSessions(matched: Matched, context: SessionContext): PlannedSession[] {
  const keys = new Set(context.keys);
  return [
    ...matched.pairs.map(({ session, held }) => (held === null ? added(session, context, keys) : updated(session, held, context))),
    ...matched.gone.flatMap((held) => gone(held, context.source)),
  ];
}

function added(session: PlacedSession, context: SessionContext, keys: Set<string>): PlannedSession {
  const id = newId<SessionId>();
  let sourceKey = session.key;
  for (let count = 2; keys.has(sourceKey); count += 1) sourceKey = `${session.key}\n${count}`;
  keys.add(sourceKey);
  const { title, subtitle, kind, language, abstract, description, url } = session;
  return {
    id, title, session, isNew: true,
    row: {
      id, title, subtitle, kind, language, abstract, description, url, source: context.source, sourceKey,
      trackId: session.track === null ? null : context.trackOf(session.track),
      upstream: { ...session.upstream, key: session.key, said: lastSaidOf(session) },
    },
    slot: { sessionId: id, ...spotOf(session), ...settleCancellation(session, null, context.source) },
    slotChanged: true,
    appearances: appearancesOf(session, [], context.people),
    appearancesChanged: session.appearances.length > 0,
    outcomes: ['added'],
  };
}

function updated(session: PlacedSession, held: ExistingSession, context: SessionContext): PlannedSession {
  const said = context.said.get(session.key);
  // an own export may have to say less than we know: what it still says as we said it is not a change
  const isAsSaid = (field: keyof SettledSession): boolean =>
    said === undefined ? held.source === context.source && saysAgain(held.upstream.said, session, field) : sameValue(session[field], said[field]);
  const text = (field: 'title' | 'subtitle' | 'abstract' | 'description', clean: (value: string) => string): string =>
    isAsSaid(field) || clean(held[field]) === session[field] ? held[field] : session[field];
  const upstream = said === undefined ? { ...session.upstream, key: session.key, said: lastSaidOf(session) } : { ...held.upstream, ...session.upstream };
  const content = {
    title: text('title', oneLine),
    subtitle: text('subtitle', oneLine),
    abstract: text('abstract', manyLines),
    description: text('description', manyLines),
    kind: isAsSaid('kind') ? held.kind : session.kind,
    language: isAsSaid('language') ? held.language : session.language,
    trackId: isAsSaid('track') ? held.trackId : session.track === null ? null : context.trackOf(session.track),
    url: isAsSaid('url') ? held.url : session.url,
  };
  const edited = Object.entries(content).some(([field, value]) => value !== held[field as keyof typeof content]);
  const keptUpstream = isAsSaid('upstream') || sameValue(upstream, held.upstream);
  const appearances = isAsSaid('appearances') ? held.appearances : appearancesOf(session, held.appearances, context.people);
  const appearancesChanged = !sameValue(appearances, held.appearances);
  const slot = slotOf(session, held, isAsSaid, context.source);
  const outcomes: Outcome[] = edited || appearancesChanged ? ['edited'] : [];
  if (!sameSpot(slot, held)) outcomes.push('moved');
  if (slot.cancelled !== (held.slot?.cancelled ?? false)) outcomes.push(slot.cancelled ? 'cancelled' : 'reinstated');
  return {
    id: held.id, title: content.title, session, isNew: false, slot, appearances, appearancesChanged, outcomes,
    row: edited || !keptUpstream
      ? { id: held.id, ...content, source: held.source, sourceKey: held.sourceKey ?? session.key, upstream: keptUpstream ? held.upstream : upstream }
      : null,
    slotChanged: !sameSpot(slot, held) || slot.cancelled !== held.slot?.cancelled || slot.cancelReason !== held.slot.cancelReason,
  };
}

function slotOf(session: PlacedSession, held: ExistingSession, isAsSaid: (field: keyof SettledSession) => boolean, source: string): SlotRow {
  const known = held.slot;
  const cancellation = known !== null && isAsSaid('cancelled') ? known : settleCancellation(session, known, source);
  const startsAt = known !== null && isAsSaid('startsAt') ? known.startsAt : session.startsAt;
  return {
    sessionId: held.id,
    roomId: known !== null && isAsSaid('room') ? known.roomId : session.roomId,
    startsAt,
    endsAt: known !== null && isAsSaid('minutes') ? startsAt + (known.endsAt - known.startsAt) : startsAt + (session.endsAt - session.startsAt),
    cancelled: cancellation.cancelled,
    cancelReason: cancellation.cancelReason,
  };
}

function gone(held: ExistingSession, source: string): PlannedSession[] {
  if (held.slot === null || held.slot.cancelled) return [];
  const { roomId, startsAt, endsAt } = held.slot;
  return [{
    id: held.id, title: held.title, session: null, isNew: false, row: null, appearances: held.appearances, appearancesChanged: false,
    slot: { sessionId: held.id, roomId, startsAt, endsAt, cancelled: true, cancelReason: goneReason(source) },
    slotChanged: true, outcomes: ['cancelled'],
  }];
}

// formats that do not say in which role or mode someone appears leave what is known
function appearancesOf(session: PlacedSession, held: readonly Appearance[], people: PeoplePlanner): Appearance[] {
  const known = new Map(held.map((appearance) => [appearance.speakerId, appearance]));
  const appearances = new Map<string, Appearance>();
  for (const { person, role, mode } of session.appearances) {
    const speakerId = people.speakerOf(person);
    const before = known.get(speakerId);
    appearances.set(speakerId, { speakerId, role: role ?? before?.role ?? 'speaker', mode: mode ?? before?.mode ?? 'on-site' });
  }
  return [...appearances.values()];
}

const spotOf = ({ roomId, startsAt, endsAt }: PlacedSession): Pick<SlotRow, 'roomId' | 'startsAt' | 'endsAt'> => ({ roomId, startsAt, endsAt });

function sameSpot(slot: SlotRow, held: ExistingSession): boolean {
  return held.slot !== null && slot.roomId === held.slot.roomId && slot.startsAt === held.slot.startsAt && slot.endsAt === held.slot.endsAt;
}
