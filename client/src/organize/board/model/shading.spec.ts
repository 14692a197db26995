import { at } from './a-board.js';
import { asleepByHour, nights, outside } from './shading.js';

describe('shading', () => {
  it('draws the nights that touch the line, on the clocks of the zone', () => {
    expect(nights({ from: at('00:00'), to: at('24:00') }, 'Asia/Tokyo')).toEqual([{ startsAt: at('14:00'), endsAt: at('22:00') }]);
    expect(nights({ from: at('00:00'), to: at('24:00') }, 'UTC')).toEqual([{ startsAt: at('-01:00'), endsAt: at('07:00') }, { startsAt: at('23:00'), endsAt: at('31:00') }]);
  });

  it('counts who would be asleep, hour by hour', () => {
    const audiences = [{ zone: 'UTC', cityId: null, people: 10 }, { zone: 'UTC', cityId: null, people: 5 }, { zone: 'Asia/Tokyo', cityId: null, people: 7 }];
    expect(asleepByHour({ from: at('06:00'), to: at('08:00') }, audiences)).toEqual([{ at: at('06:00'), people: 15 }, { at: at('07:00'), people: 0 }]);
    expect(asleepByHour({ from: at('14:00'), to: at('15:00') }, audiences)).toEqual([{ at: at('14:00'), people: 7 }]);
  });

  it('finds what lies in no window', () => {
    const windows = [{ startsAt: at('09:00'), endsAt: at('10:00') }];
    expect(outside({ from: at('08:00'), to: at('11:00') }, windows)).toEqual([{ startsAt: at('08:00'), endsAt: at('09:00') }, { startsAt: at('10:00'), endsAt: at('11:00') }]);
  });
});
