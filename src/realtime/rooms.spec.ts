import type { ConferenceId, SessionId } from '../contract/ids.js';
import { conferenceRoom, personRoom, sessionRoom, staffRoom } from './rooms.js';

test('one id never gives two audiences the same room', () => {
  const id = '01930000-0000-7000-8000-000000000001';
  const names = [conferenceRoom(id as ConferenceId), staffRoom(id as ConferenceId), sessionRoom(id as SessionId), personRoom(id)];
  expect(names).toEqual([`conference:${id}`, `staff:${id}`, `session:${id}`, `person:${id}`]);
});
