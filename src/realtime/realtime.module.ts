import { Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../platform/configuration.js';
import { DatabaseListener } from '../platform/database/database-listener.js';
import { ActorChanges } from './actor-changes.js';
import { Broadcaster } from './broadcaster.js';
import { CommandRegistry } from './command-registry.js';
import { HandshakeDesk } from './handshake.js';
import { DEFAULT_LIMITS, REALTIME_LIMITS, type RealtimeLimits } from './limits.js';
import { Presence } from './presence.js';
import { RealtimeMetrics } from './realtime-metrics.js';
import { readOrMakeSigningKey } from './signing-key.js';
import { SocketServer } from './socket-server.js';
import { SocketTokenController } from './socket-token.controller.js';
import { SocketTokens } from './socket-tokens.js';

/** Sockets. Knows no feature: features register commands and hand it typed messages for rooms. */
@Module({
  controllers: [SocketTokenController],
  providers: [
    { provide: REALTIME_LIMITS, useValue: DEFAULT_LIMITS },
    {
      provide: SocketTokens,
      inject: [CONFIGURATION],
      useFactory: async (configuration: Configuration) => await SocketTokens.with(await readOrMakeSigningKey(configuration.dataDirectory)),
    },
    {
      provide: HandshakeDesk,
      inject: [SocketTokens, REALTIME_LIMITS, CONFIGURATION],
      useFactory: (tokens: SocketTokens, limits: RealtimeLimits, { publicUrl }: Configuration) => new HandshakeDesk(tokens, limits, publicUrl),
    },
    DatabaseListener,
    CommandRegistry,
    Broadcaster,
    ActorChanges,
    Presence,
    RealtimeMetrics,
    SocketServer,
  ],
  exports: [DatabaseListener, CommandRegistry, Broadcaster, Presence, REALTIME_LIMITS],
})
export class RealtimeModule {}
