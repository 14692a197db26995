import { type ConnectionEvent, nextConnection } from './connection-state.js';
import type { Connection } from './live-agenda.js';

const after = (...events: ConnectionEvent[]): Connection => events.reduce(nextConnection, { state: 'loading' });
const lost = (heardAt: number): ConnectionEvent => ({ event: 'lost', heardAt });

test.each<[string, Connection, Connection]>([
  ['nothing held stays loading, whatever the server says', after({ event: 'caught-up' }, lost(5)), { state: 'loading' }],
  ['what is shown is not yet known to be true', after({ event: 'shown' }), { state: 'catching-up' }],
  ['live once the server says that nothing is missing', after({ event: 'shown' }, { event: 'caught-up' }), { state: 'live' }],
  ['a gap is caught up with', after({ event: 'shown' }, { event: 'caught-up' }, { event: 'behind' }), { state: 'catching-up' }],
  ['offline since the server was last heard', after({ event: 'shown' }, { event: 'caught-up' }, lost(7)), { state: 'offline', since: 7 }],
  ['failed attempts do not move that time', after({ event: 'shown' }, lost(7), lost(9)), { state: 'offline', since: 7 }],
  ['heard again is not live again', after({ event: 'shown' }, lost(7), { event: 'behind' }), { state: 'catching-up' }],
  ['lost while catching up', after({ event: 'shown' }, lost(7), { event: 'behind' }, lost(9)), { state: 'offline', since: 9 }],
])('%s', (_case, connection, expected) => {
  expect(connection).toEqual(expected);
});

test('the same object where nothing changed, so that nothing is drawn anew', () => {
  const live = after({ event: 'shown' }, { event: 'caught-up' });
  expect(nextConnection(live, { event: 'caught-up' })).toBe(live);
});
