import { at } from './a-board.js';
import { blockedStarts } from './no-fit.js';

describe('blockedStarts', () => {
  const line = { from: at('09:00'), to: at('11:00') };

  it('are one stretch where they are next to each other', () => {
    const taken = (start: number): boolean => start > at('09:10') && start < at('10:00');
    expect(blockedStarts(taken, line, 5, 'UTC')).toEqual([{ startsAt: at('09:15'), endsAt: at('10:00') }]);
  });

  it('are none where nothing is in the way, and all where everything is', () => {
    expect(blockedStarts(() => false, line, 5, 'UTC')).toEqual([]);
    expect(blockedStarts(() => true, line, 5, 'UTC')).toEqual([{ startsAt: at('09:00'), endsAt: at('11:00') }]);
  });

  it('are tried on the grid only', () => {
    const asked: number[] = [];
    blockedStarts((start) => asked.push(start) < 0, { from: at('09:10'), to: at('11:00') }, 30, 'UTC');
    expect(asked).toEqual([at('09:00'), at('09:30'), at('10:00'), at('10:30')]);
  });
});
