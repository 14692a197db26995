/** What one process gives to sockets. Measured figures are in docs; a larger machine may have more. */
export interface RealtimeLimits {
  /** Sockets that one process serves at a time. */
  sockets: number;
  /** Of one account: windows and devices of one person. */
  socketsOfPerson: number;
  /** Of one network, /24 or /56: a venue's whole audience may share one. Private addresses are not counted. */
  socketsOfNetwork: number;
  /** Sockets admitted a second when many arrive together, and how many at once before pacing begins. */
  admission: { perSecond: number; burst: number };
  /** Commands of one socket. */
  commands: { perSecond: number; burst: number };
  /** Bytes that may wait for one socket before it is dropped as too slow. */
  waitingBytes: number;
  /** Milliseconds in which a socket that is told to go may read why. */
  farewell: number;
  /** Bytes of one message to a room. */
  messageBytes: number;
  /** Sockets written to in one turn of the event loop. */
  slice: number;
  /** Rooms that one socket may be in. */
  rooms: number;
}

/** Injection token of the {@link RealtimeLimits}. */
export const REALTIME_LIMITS = Symbol('realtime limits');

export const DEFAULT_LIMITS: RealtimeLimits = {
  sockets: 12_000,
  socketsOfPerson: 50,
  socketsOfNetwork: 5_000,
  admission: { perSecond: 1_000, burst: 1_000 },
  commands: { perSecond: 5, burst: 20 },
  waitingBytes: 1_000_000,
  farewell: 3_000,
  messageBytes: 256_000,
  slice: 500,
  rooms: 20,
};
