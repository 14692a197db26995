import type { ChannelId } from '../../contract/ids.js';
import { SILENCE_MS, WatchingTally } from './watching-tally.js';

const [hall, attic] = ['hall' as ChannelId, 'attic' as ChannelId];
const counted = (tally: WatchingTally): object => Object.fromEntries(tally.everywhere());

test('sums what is watched here and what others report', () => {
  const tally = new WatchingTally();
  tally.enter('s1', { channelId: hall, token: 'a' });
  tally.enter('s2', { channelId: hall, token: 'b' });
  tally.report('p2', hall, 3, 0);
  tally.report('p3', attic, 4, 0);
  expect(counted(tally)).toEqual({ hall: 5, attic: 4 });
  expect(Object.fromEntries(tally.here())).toEqual({ hall: 2 });
  tally.report('p3', attic, 0, 0);
  expect(counted(tally)).toEqual({ hall: 5 });
});

test('a socket is counted once, for what it watches now', () => {
  const tally = new WatchingTally();
  tally.enter('s1', { channelId: hall, token: 'a' });
  tally.enter('s1', { channelId: hall, token: 'later' });
  expect(counted(tally)).toEqual({ hall: 1 });
  tally.enter('s1', { channelId: attic, token: 'b' });
  expect(counted(tally)).toEqual({ attic: 1 });
  tally.gone('s1');
  expect(counted(tally)).toEqual({});
});

test('who is no longer admitted is not counted', () => {
  const tally = new WatchingTally();
  tally.enter('s1', { channelId: hall, token: 'old' });
  tally.enter('s2', { channelId: hall, token: 'good' });
  tally.enter('s3', { channelId: attic, token: 'good' });
  expect([...tally.keep(({ token }) => token === 'good')]).toEqual([hall]);
  expect(counted(tally)).toEqual({ hall: 1, attic: 1 });
});

test('a process that falls silent is forgotten', () => {
  const tally = new WatchingTally();
  tally.report('p2', hall, 9, 0);
  tally.expire(SILENCE_MS);
  expect(counted(tally)).toEqual({ hall: 9 });
  tally.expire(SILENCE_MS + 1);
  expect(counted(tally)).toEqual({});
});
