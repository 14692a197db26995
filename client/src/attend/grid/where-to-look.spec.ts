import { AnAgenda, at } from '../an-agenda.js';
import { layoutDay } from './layout-day.js';
import { whereToLook } from './where-to-look.js';

describe('whereToLook', () => {
  const agenda = new AnAgenda().withCity('Lyon', ['Hall']).withCity('Oslo', ['Dome'])
    .withSession('evening', 'Hall', '18:00', '19:00').withSession('off', 'Hall', '09:00', '10:00', { status: 'cancelled' }).withSession('fjords', 'Dome', '09:00', '10:00');
  const window = { from: at('09:00'), to: at('19:00') };
  const { rooms, sessions } = agenda.index();
  const groups = layoutDay(rooms, sessions, window, false);

  it.each<[string, string | number, string | number, string]>([
    ['at the present, where something is on', '09:30', '09:30', 'Oslo'],
    ['at the present, where the next one is in view', '17:00', '17:00', 'Lyon'],
    ['at what starts next, when that is hours away', '11:00', '18:00', 'Lyon'],
    ['at the first session of another day', 50, '09:00', 'Lyon'],
  ])('opens %s', (_name, now, instant, cityId) => {
    expect(whereToLook(groups, window, at(now))).toEqual({ instant: at(instant), cityId, roomId: cityId === 'Oslo' ? 'Dome' : 'Hall' });
  });

  it('opens an empty day at its start', () => {
    expect(whereToLook([], window, at(50))).toEqual({ instant: window.from, cityId: null, roomId: null });
  });
});
