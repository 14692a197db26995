import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { Server, type ExtendedError } from 'socket.io';
import type { ClientToServerEvents, ServerToClientEvents } from '../contract/socket.js';
import { bindCommands } from './bind-commands.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration.js';
import { clientNetwork } from '../platform/http/client-network.js';
import { Broadcaster } from './broadcaster.js';
import type { ClientSocket, SocketData } from './caller.js';
import { CommandRegistry } from './command-registry.js';
import { awaitEnd, waitingBytes } from './engine-internals.js';
import { bidFarewell } from './farewell.js';
import { HandshakeDesk } from './handshake.js';
import { REALTIME_LIMITS, type RealtimeLimits } from './limits.js';
import { RealtimeMetrics } from './realtime-metrics.js';
import { personRoom } from './rooms.js';
import { sharedFrameAdapter, type DeliverySocket, type SharedFrameAdapter } from './shared-frame-adapter.js';

type SocketIoServer = Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketData>;

/** Bytes of one message of a client: commands are small. */
const COMMAND_BYTES = 16_384;

/** The Socket.IO server on the application's HTTP server, at /socket.io. */
@Injectable()
export class SocketServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private io: SocketIoServer | undefined;
  private closing = false;
  /** Connections whose handshake was seen: one connection is one socket, however often it asks. */
  private readonly seen = new WeakSet<object>();
  private readonly networkOf: (request: IncomingMessage) => string | null;

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly desk: HandshakeDesk,
    private readonly commands: CommandRegistry,
    private readonly broadcaster: Broadcaster,
    @Inject(REALTIME_LIMITS) private readonly limits: RealtimeLimits,
    private readonly metrics: RealtimeMetrics,
    @Inject(CONFIGURATION) { trustedProxies }: Configuration,
  ) {
    this.networkOf = clientNetwork(trustedProxies);
  }

  onApplicationBootstrap(): void {
    const io: SocketIoServer = new Server(this.http.httpAdapter.getHttpServer() as HttpServer, {
      path: '/socket.io',
      serveClient: false,
      transports: ['websocket', 'polling'],
      perMessageDeflate: false,
      maxHttpBufferSize: COMMAND_BYTES,
      connectTimeout: 10_000,
      allowRequest: (request, decide) => {
        const refusal = this.closing ? 'full' : this.desk.refuseAtDoor(request.headers, io.engine.clientsCount);
        if (refusal !== null) this.metrics.refused.inc({ reason: refusal });
        decide(refusal, refusal === null);
      },
      adapter: sharedFrameAdapter({
        slice: this.limits.slice,
        waitingBytes: this.limits.waitingBytes,
        tooSlow: (socket) => this.dropSlow(socket),
        delivered: (count) => this.metrics.deliveries.inc(count),
      }),
    });
    this.io = io;
    io.use((socket, next) => void this.admit(socket, next));
    io.on('connection', (socket) => {
      this.metrics.sockets.inc();
      const { actor } = socket.data;
      if (actor.kind === 'person') void socket.join(personRoom(actor.accountId));
      socket.on('disconnect', () => this.metrics.sockets.dec());
      bindCommands(socket, this.commands, this.limits.commands, () => this.readsAnswers(socket));
    });
    const namespace = io.of('/');
    this.broadcaster.attach({ adapter: namespace.adapter as SharedFrameAdapter, sockets: namespace.sockets, farewell: this.limits.farewell });
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.io === undefined) return;
    this.closing = true;
    await this.broadcaster.publishToAll('connection:closing', { reason: 'shutdown' });
    const sockets = [...this.io.of('/').sockets.values()];
    this.metrics.dropped.inc({ reason: 'shutdown' }, sockets.length);
    const ends = sockets.map(async (socket) => await awaitEnd(socket.conn, this.limits.farewell));
    this.io.disconnectSockets(true);
    await Promise.all(ends);
    // what never got as far as a socket; the HTTP server is closed by the application
    this.io.engine.close();
  }

  private async admit(socket: ClientSocket, next: (error?: ExtendedError) => void): Promise<void> {
    if (this.seen.has(socket.conn)) {
      socket.conn.close();
      return;
    }
    this.seen.add(socket.conn);
    const result = await this.desk.receive(socket.handshake.auth, this.io?.of('/').sockets.size ?? 0, this.networkOf(socket.request));
    if (result.ok) {
      // of the connection, which knows whether it is gone already: the socket would never say so
      if (socket.conn.readyState === 'closed') result.held();
      else socket.conn.once('close', result.held);
      socket.data.actor = result.actor;
      next();
      return;
    }
    this.metrics.refused.inc({ reason: result.reason });
    next(Object.assign(new Error(result.problem.problem.title), { data: result.problem.problem }));
  }

  private readsAnswers(socket: ClientSocket): boolean {
    if (!socket.connected) return false;
    if (waitingBytes(socket.conn) <= this.limits.waitingBytes) return true;
    this.dropSlow(socket);
    return false;
  }

  /** It catches up by revision when it is back; until then nothing more is kept for it. */
  private dropSlow({ id }: Pick<DeliverySocket, 'id'>): void {
    const socket = this.io?.of('/').sockets.get(id);
    if (socket === undefined) return;
    this.metrics.dropped.inc({ reason: 'too-slow' });
    bidFarewell(socket, 'too-slow', this.limits.farewell);
  }
}
