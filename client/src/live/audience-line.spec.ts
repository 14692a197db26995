import { AudienceLine } from './audience-line.js';

/** The page's end of a socket: keeps what was said on it, and is answered by the spec. */
class ALine {
  connected = false;
  readonly said: [string, object][] = [];
  private answer: ((reply: unknown) => void) | undefined;
  private readonly listeners = new Map<string, (message?: unknown) => void>();

  readonly on = (event: string, listener: (message?: unknown) => void): this => {
    this.listeners.set(event, listener);
    return this;
  };

  readonly emit = (event: string, input: object, ack: (reply: unknown) => void): this => {
    this.said.push([event, input]);
    this.answer = ack;
    return this;
  };

  happens(event: string, message?: unknown): void {
    if (event === 'connect' || event === 'disconnect') this.connected = event === 'connect';
    this.listeners.get(event)?.(message);
  }

  answers(channelId: string, watching: number | null): void {
    this.answer?.({ ok: true, value: { channelId, watching } });
  }
}

let line: AudienceLine;
let socket: ALine;

beforeEach(() => {
  line = new AudienceLine();
  socket = new ALine();
  line.use(socket as never);
});

test('what is watched is said once there is a connection, and again with each new one and each new address', () => {
  line.watch('hall', '/a');
  expect(socket.said).toEqual([]);
  socket.happens('connect');
  line.watch('hall', '/b');
  socket.happens('disconnect');
  socket.happens('connect');
  expect(socket.said).toEqual(['/a', '/b', '/b'].map((address) => ['audience:join', { address }]));
});

test('the number is that of what is watched, and gone with the connection', () => {
  socket.happens('connect');
  line.watch('hall', '/a');
  socket.answers('hall', 150);
  socket.happens('audience:counted', { channelId: 'attic', watching: 900 });
  expect(line.read()).toBe(150);
  socket.happens('audience:counted', { channelId: 'hall', watching: 200 });
  expect(line.read()).toBe(200);
  // a new address of the same does not make it go away
  line.watch('hall', '/b');
  expect(line.read()).toBe(200);
  socket.happens('disconnect');
  expect(line.read()).toBeNull();
});

test('who turns to another channel hears of that one only, and leaves no other than the last', () => {
  socket.happens('connect');
  line.watch('hall', '/a');
  line.watch('attic', '/b');
  socket.answers('hall', 150);
  expect(line.read()).toBeNull();
  line.leave('hall');
  line.leave('attic');
  line.leave('attic');
  expect(socket.said.map(([event]) => event)).toEqual(['audience:join', 'audience:join', 'audience:leave']);
  socket.answers('attic', 300);
  expect(line.read()).toBeNull();
});
