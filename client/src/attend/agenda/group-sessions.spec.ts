import { AnAgenda, at } from '../an-agenda.js';
import { groupSessions, indexOfNow, type ListItem } from './group-sessions.js';

const sessions = new AnAgenda()
  .withCity('Lyon', ['Salle A'], { zone: 'Europe/Paris' })
  .withCity('Sydney', ['Harbour'], { zone: 'Australia/Sydney' })
  .withSession('In Lyon at 10', 'Salle A', '09:00', '10:00')
  .withSession('In Sydney at 20', 'Harbour', '09:00', '10:00')
  .withSession('In Sydney at 1', 'Harbour', '14:00', '15:00')
  .withSession('In Lyon at 16', 'Salle A', '15:00', '16:00')
  .index().sessions;

const shown = (items: readonly ListItem[]): string[] =>
  items.map((item) => {
    if (item.item === 'session') return item.entry.session.title;
    const wall = new Date(item.wall).toISOString();
    return item.item === 'day' ? wall.slice(0, 10) : wall.slice(11, 16);
  });

test('in one zone: by instant, with a heading for each start', () => {
  expect(shown(groupSessions(sessions, () => 'UTC'))).toEqual([
    '2026-11-24', '09:00', 'In Lyon at 10', 'In Sydney at 20', '14:00', 'In Sydney at 1', '15:00', 'In Lyon at 16',
  ]);
});

test("in each city's zone: by the clocks there, days included", () => {
  expect(shown(groupSessions(sessions, (zone) => zone))).toEqual([
    '2026-11-24', '10:00', 'In Lyon at 10', '16:00', 'In Lyon at 16', '20:00', 'In Sydney at 20', '2026-11-25', '01:00', 'In Sydney at 1',
  ]);
});

test.each<[string, string, string | null]>([
  ['before the first', '08:00', '09:00'],
  ['while one is on', '09:30', '09:00'],
  ['in a gap', '10:30', '14:00'],
  ['after the last', '16:00', null],
])('now, %s', (_case, time, heading) => {
  const items = groupSessions(sessions, () => 'UTC');
  const index = indexOfNow(items, at(time));
  expect(index === null ? null : shown(items)[index]).toBe(heading);
});
