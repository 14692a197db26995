import fc from 'fast-check';
import { AnAgenda, at } from '../an-agenda.js';
import { type Block, layoutDay, type CityGroup } from './layout-day.js';
import { neighbour, type Direction } from './neighbour.js';
import { boxesBetween, stackGroups } from './stack-groups.js';

const window = { from: at('08:00'), to: at('20:00') };
const day = (agenda: AnAgenda, keepEmpty = false): CityGroup[] => {
  const { rooms, sessions } = agenda.index();
  return layoutDay(rooms, sessions, window, keepEmpty);
};
const rowsOf = (groups: CityGroup[]): (readonly Block[])[] => groups.flatMap(({ rows }) => rows.map(({ blocks }) => blocks));
const shape = (groups: CityGroup[]): unknown =>
  groups.map(({ city, rows }) => [city.name, rows.map((row) => [row.place.room.name, row.blocks.map((block) => block.entry.session.title)])]);

const twoCities = (): AnAgenda => new AnAgenda()
  .withCity('Lyon', ['Hall', 'Studio', 'Attic'])
  .withCity('Oslo', ['Dome'])
  .withSession('opening', 'Hall', '09:00', '10:00')
  .withSession('keynote', 'Hall', '10:00', '11:00')
  .withSession('panel', 'Attic', '09:30', '10:30')
  .withSession('fjords', 'Dome', '10:15', '11:00');

describe('layoutDay', () => {
  it('groups rooms by city and leaves out those without sessions', () => {
    expect(shape(day(twoCities()))).toEqual([
      ['Lyon', [['Hall', ['opening', 'keynote']], ['Attic', ['panel']]]],
      ['Oslo', [['Dome', ['fjords']]]],
    ]);
  });

  it('keeps the empty ones when asked', () => {
    expect(day(twoCities(), true)[0]?.rows.map((row) => row.place.room.name)).toEqual(['Hall', 'Studio', 'Attic']);
  });

  it('cuts what runs over the window, and leaves out what lies outside', () => {
    const agenda = new AnAgenda().withCity('Lyon', ['Hall'])
      .withSession('all night', 'Hall', '02:00', '09:00').withSession('ends at the opening', 'Hall', '07:00', '08:00').withSession('party', 'Hall', '19:00', 26);
    expect(day(agenda)[0]?.rows[0]?.blocks.map(({ entry, start, end }) => [entry.session.title, start, end])).toEqual([
      ['all night', at('08:00'), at('09:00')],
      ['party', at('19:00'), at('20:00')],
    ]);
  });

  it('stacks a waived overlap in lanes', () => {
    const agenda = new AnAgenda().withCity('Lyon', ['Hall']).withSession('a', 'Hall', '09:00', '10:00').withSession('b', 'Hall', '09:30', '10:00');
    const row = day(agenda)[0]?.rows[0];
    expect([row?.lanes, row?.blocks.map((block) => block.lane)]).toEqual([2, [0, 1]]);
  });
});

describe('stackGroups', () => {
  const sizes = { header: 30, lane: 60, padding: 10, gap: 20 };

  it('stands city under city and row under row', () => {
    const { boxes, height, rowCount } = stackGroups(day(twoCities()), sizes);
    expect(boxes.map((box) => [box.top, box.height, box.index, box.rows.map((row) => [row.top, row.height, row.index])])).toEqual([
      [0, 170, 1, [[30, 70, 2], [100, 70, 3]]],
      [190, 100, 4, [[30, 70, 5]]],
    ]);
    expect([height, rowCount]).toEqual([310, 5]);
  });

  it('finds exactly the boxes that a view touches', () => {
    const boxes = fc.array(fc.record({ gap: fc.nat(9), height: fc.integer({ min: 1, max: 50 }) })).map((list) => {
      let top = 0;
      return list.map(({ gap, height }) => {
        const box = { top: top + gap, height };
        top = box.top + height;
        return box;
      });
    });
    fc.assert(fc.property(boxes, fc.nat(400), fc.nat(200), (list, from, length) => {
      const touching = list.filter((box) => box.top + box.height > from && box.top < from + length);
      expect(boxesBetween(list, from, from + length)).toEqual(touching);
    }));
  });
});

describe('neighbour', () => {
  const groups = day(twoCities());
  it.each<[string, string, Direction, string | undefined]>([
    ['later in the room', 'opening', 'later', 'keynote'],
    ['earlier in the room', 'keynote', 'earlier', 'opening'],
    ['nothing after the last', 'keynote', 'later', undefined],
    ['the next room that has sessions', 'opening', 'next-room', 'panel'],
    ['over the border of a city', 'panel', 'next-room', 'fjords'],
    ['the longest overlap', 'fjords', 'previous-room', 'panel'],
    ['the closest start where overlaps are equal', 'panel', 'previous-room', 'opening'],
    ['the last of the room', 'opening', 'last', 'keynote'],
    ['the first of the room', 'keynote', 'first', 'opening'],
    ['nowhere from a session that is not there', 'gone', 'later', undefined],
  ])('%s', (_name, from, direction, expected) => {
    expect(neighbour(rowsOf(groups), ({ entry }) => entry.session.title === from, direction)?.entry.session.title).toBe(expected);
  });

  it('reaches every session of a room by "later" from its first, each once', () => {
    const starts = fc.array(fc.record({ start: fc.integer({ min: 16, max: 38 }), length: fc.integer({ min: 0, max: 6 }) }), { minLength: 1, maxLength: 20 });
    fc.assert(fc.property(starts, (list) => {
      const agenda = new AnAgenda().withCity('Lyon', ['Hall']);
      list.forEach(({ start, length }, position) => agenda.withSession(`s${position}`, 'Hall', start / 2, (start + length) / 2));
      const laid = day(agenda);
      const walked: string[] = [];
      let block: Block | null = laid[0]?.rows[0]?.blocks[0] ?? null;
      while (block !== null) {
        walked.push(block.entry.session.title);
        const here: Block = block;
        block = neighbour(rowsOf(laid), (other) => other === here, 'later');
      }
      expect([...walked].sort()).toEqual(list.map((_, position) => `s${position}`).sort());
    }));
  });
});
