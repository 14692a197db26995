import fc from 'fast-check';
import type { RoomId, SessionId, SpeakerId } from '../contract/ids.js';
import { findOverlapping, findRoomOverlaps, findSpeakerOverlaps, type PlacedSlot } from './find-overlaps.js';

const MINUTE = 60_000;

function slot(id: string, from: number, to: number, more: { room?: string; changeover?: number; shared?: boolean; speakers?: string[] } = {}): PlacedSlot {
  return {
    sessionId: id as SessionId, roomId: (more.room ?? 'hall') as RoomId, startsAt: from * MINUTE, endsAt: to * MINUTE,
    changeoverMinutes: more.changeover ?? 0, shared: more.shared ?? false, speakers: (more.speakers ?? []) as SpeakerId[],
  };
}

describe('room overlaps', () => {
  it.each<[name: string, a: PlacedSlot, b: PlacedSlot, minutes: number | null]>([
    ['exact', slot('a', 0, 30), slot('b', 0, 30), 30],
    ['shared start', slot('a', 0, 30), slot('b', 0, 10), 10],
    ['fully contained', slot('a', 0, 30), slot('b', 10, 20), 10],
    ['partial before', slot('a', 0, 30), slot('b', 20, 60), 10],
    ['one after the other', slot('a', 0, 30), slot('b', 30, 60), null],
    ['across midnight', slot('a', 1_430, 1_500), slot('b', 1_440, 1_470), 30],
    ['changeover', slot('a', 0, 30, { changeover: 15 }), slot('b', 40, 60, { changeover: 15 }), 5],
    ['other rooms', slot('a', 0, 30), slot('b', 0, 30, { room: 'other' }), null],
    ['shared room', slot('a', 0, 30, { shared: true }), slot('b', 0, 30, { shared: true }), null],
  ])('%s', (_name, a, b, minutes) => {
    const expected = minutes === null ? [] : [{ code: 'room-overlap', severity: 'blocking', sessions: ['a', 'b'], facts: { room: 'hall', minutes } }];
    expect(findRoomOverlaps([b, a])).toEqual(expected);
    expect([...findOverlapping([b, a])].sort()).toEqual(minutes === null ? [] : ['a', 'b']);
  });

  it('are counted by pair, each once, and no further than asked', () => {
    const slots = ['a', 'b', 'c', 'd'].map((id) => slot(id, 0, 30));
    expect(findRoomOverlaps(slots)).toHaveLength(6);
    expect(findRoomOverlaps(slots, 4)).toHaveLength(4);
  });
});

describe('speaker overlaps', () => {
  it('hold over rooms, without changeover', () => {
    const slots = [slot('a', 0, 30, { speakers: ['ada', 'bob'], changeover: 60 }), slot('b', 20, 60, { room: 'other', speakers: ['ada'] }), slot('c', 30, 60, { room: 'third', speakers: ['bob'] })];
    expect(findSpeakerOverlaps(slots)).toEqual([{ code: 'speaker-overlap', severity: 'blocking', sessions: ['a', 'b'], facts: { speaker: 'ada', minutes: 10 } }]);
  });
});

it('finds exactly the sessions and pairs that comparing all with all finds', () => {
  const anySlots = fc.array(
    fc.record({ from: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 1, max: 30 }), room: fc.constantFrom('x', 'y'), speakers: fc.uniqueArray(fc.constantFrom('ada', 'bob')), shared: fc.boolean() }),
    { maxLength: 25 },
  );
  fc.assert(fc.property(anySlots, (drafts) => {
    const slots = drafts.map(({ from, length, room, speakers, shared }, index) => slot(`${index}`, from, from + length, { room: shared ? `${room} shared` : room, shared, speakers }));
    const clash = (a: PlacedSlot, b: PlacedSlot): boolean => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
    const pairs = slots.flatMap((a, index) => slots.slice(index + 1).map((b) => [a, b] as const)).filter(([a, b]) => clash(a, b));
    const inRoom = pairs.filter(([a, b]) => a.roomId === b.roomId && !a.shared);
    const bySpeaker = pairs.flatMap(([a, b]) => a.speakers.filter((speaker) => b.speakers.includes(speaker)).map(() => [a, b] as const));
    const names = (list: readonly (readonly [PlacedSlot, PlacedSlot])[]): string[] => list.map(([a, b]) => [a.sessionId, b.sessionId].sort().join()).sort();
    expect(findRoomOverlaps(slots).map(({ sessions }) => sessions.toSorted().join()).sort()).toEqual(names(inRoom));
    expect(findSpeakerOverlaps(slots).map(({ sessions }) => sessions.toSorted().join()).sort()).toEqual(names(bySpeaker));
    expect([...findOverlapping(slots)].sort()).toEqual([...new Set([...inRoom, ...bySpeaker].flat().map(({ sessionId }) => sessionId))].sort());
  }));
});
