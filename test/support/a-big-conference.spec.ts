import { layOutBigConference } from './a-big-conference.js';

it('is as large as what Meridian is designed for, and holds no clash', () => {
  const { cities, rooms, people, sessions } = layOutBigConference(Date.parse('2026-11-24T10:17:31Z'));
  expect([cities.length, rooms.length, sessions.length, people.length]).toEqual([100, 500, 5_000, 5_000]);
  expect(new Set(sessions.map(({ speaker }) => speaker)).size).toBe(5_000);
  for (const room of rooms.keys()) {
    const held = sessions.filter((session) => session.room === room).sort((a, b) => a.startsAt - b.startsAt);
    held.forEach((session, index) => expect(held[index + 1]?.startsAt ?? Infinity).toBeGreaterThanOrEqual(session.endsAt));
  }
});
