import fc from 'fast-check';
import { layoutLanes, type Spanned } from './layout-lanes.js';

const lanes = (...spans: [string, number, number][]): Record<string, number> =>
  Object.fromEntries(layoutLanes(spans.map(([id, start, end]) => ({ id, start, end }))).laneOf);

describe('layoutLanes', () => {
  const cases: [name: string, spans: [string, number, number][], expected: Record<string, number>][] = [
    ['one after the other', [['a', 0, 10], ['b', 10, 20]], { a: 0, b: 0 }],
    ['shared start: the longer one first', [['a', 0, 10], ['b', 0, 20]], { a: 1, b: 0 }],
    ['fully contained', [['a', 0, 30], ['b', 10, 20]], { a: 0, b: 1 }],
    ['partial before', [['a', 5, 15], ['b', 0, 10]], { a: 1, b: 0 }],
    ['a lane that became free is taken again', [['a', 0, 30], ['b', 5, 10], ['c', 10, 20]], { a: 0, b: 1, c: 1 }],
  ];
  it.each(cases)('%s', (_name, spans, expected) => {
    expect(lanes(...spans)).toEqual(expected);
  });

  it('keeps one lane for an empty room', () => {
    expect(layoutLanes([]).count).toBe(1);
  });

  it('gives a session without length room of its own', () => {
    const spans = [{ id: 'a', start: 0, end: 0 }, { id: 'b', start: 2, end: 9 }];
    expect(layoutLanes(spans, 5).count).toBe(2);
  });

  const spans = fc.array(fc.record({ start: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 20 }) }), { maxLength: 40 })
    .map((list): Spanned[] => list.map(({ start, length }, position) => ({ id: `s${position}`, start, end: start + length })));
  const shortest = fc.integer({ min: 1, max: 8 });

  it('never lets two of one lane overlap', () => {
    fc.assert(fc.property(spans, shortest, (list, minimum) => {
      const { laneOf } = layoutLanes(list, minimum);
      for (const a of list) {
        for (const b of list) {
          if (a === b || laneOf.get(a.id) !== laneOf.get(b.id)) continue;
          const apart = Math.max(a.end, a.start + minimum) <= b.start || Math.max(b.end, b.start + minimum) <= a.start;
          expect(apart).toBe(true);
        }
      }
    }));
  });

  it('uses as many lanes as things are on at once, and no more', () => {
    fc.assert(fc.property(spans, shortest, (list, minimum) => {
      const busiest = Math.max(0, ...list.map((at) =>
        list.filter((other) => other.start <= at.start && at.start < Math.max(other.end, other.start + minimum)).length));
      expect(layoutLanes(list, minimum).count).toBe(Math.max(1, busiest));
    }));
  });
});
