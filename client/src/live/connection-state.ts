import type { Connection } from './live-agenda.js';

/** What happened to the connection, in the words of `nextConnection`. Instants are epoch milliseconds. */
export type ConnectionEvent =
  /** There is an agenda to show, from the server or kept on this device. */
  | { event: 'shown' }
  /** The server can be heard, or was read anew, and there may be more than is held. */
  | { event: 'behind' }
  /** The server says that nothing is missing. */
  | { event: 'caught-up' }
  /** The server can't be heard; it was last heard at `heardAt`. */
  | { event: 'lost'; heardAt: number };

/** The honest state after an event. Returns the same object where nothing changed. */
export function nextConnection(connection: Connection, event: ConnectionEvent): Connection {
  switch (event.event) {
    case 'shown':
      return connection.state === 'loading' ? { state: 'catching-up' } : connection;
    case 'behind':
      return connection.state === 'loading' || connection.state === 'catching-up' ? connection : { state: 'catching-up' };
    case 'caught-up':
      return connection.state === 'live' || connection.state === 'loading' ? connection : { state: 'live' };
    case 'lost':
      // attempts that fail while offline do not make the agenda any older than it is
      return connection.state === 'loading' || connection.state === 'offline' ? connection : { state: 'offline', since: event.heardAt };
    default:
      return event satisfies never;
  }
}
