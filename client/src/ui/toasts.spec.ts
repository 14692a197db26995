import { jest } from '@jest/globals';
import { heldToasts, showToast } from './toasts.js';

const SECOND = 1_000;
/** What the toasts ask of the page. */
const page = { isLookedAt: true, isPointedAt: false };
const words = (): string[] => heldToasts().map((toast) => toast.words);

beforeAll(() => {
  jest.useFakeTimers();
  Object.assign(globalThis, { document: { hasFocus: () => page.isLookedAt, querySelector: () => (page.isPointedAt ? {} : null) } });
});
afterAll(() => {
  jest.useRealTimers();
  Reflect.deleteProperty(globalThis, 'document');
});

it.each([
  { name: 'nobody looks at the window', held: { isLookedAt: false, isPointedAt: false } },
  { name: 'somebody points at it', held: { isLookedAt: true, isPointedAt: true } },
])('goes after a while, whose time stands still while $name', ({ held }) => {
  showToast('Link copied');
  jest.advanceTimersByTime(4 * SECOND);
  Object.assign(page, held);
  jest.advanceTimersByTime(3_600 * SECOND);
  expect(words()).toEqual(['Link copied']);
  Object.assign(page, { isLookedAt: true, isPointedAt: false });
  jest.advanceTimersByTime(SECOND);
  expect(words()).toEqual(['Link copied']);
  jest.advanceTimersByTime(2 * SECOND);
  expect(words()).toEqual([]);
});
