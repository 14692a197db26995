import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DatabaseListener } from '../platform/database/database-listener.js';
import { Broadcaster } from './broadcaster.js';
import { SocketTokens } from './socket-tokens.js';

/** Told by triggers of the database, whoever ends a session or a membership: see migrations/1764000101000-sign-in.ts. */
const CHANNEL = 'actor_changed';
const Notice = z.object({ accountId: z.string(), sessionId: z.string().optional() });

/**
 * Closes the sockets of people who are not what they were when they connected. They come back by themselves with a token
 * that says who they are now; one that was made before the change is no longer taken.
 */
@Injectable()
export class ActorChanges {
  constructor(
    private readonly broadcaster: Broadcaster,
    private readonly tokens: SocketTokens,
    listener: DatabaseListener,
  ) {
    listener.listen(CHANNEL, (payload) => this.heard(payload));
    let isFirst = true;
    listener.onConnected(() => {
      // what ended while nobody listened is not known: everyone who is somebody connects anew
      if (!isFirst) this.broadcaster.close(({ actor }) => actor.kind === 'person', 'actor-changed');
      isFirst = false;
    });
  }

  private heard(payload: string): void {
    const notice = Notice.safeParse(JSON.parse(payload));
    if (!notice.success) return;
    const { accountId, sessionId } = notice.data;
    this.tokens.outdate(accountId, sessionId);
    this.broadcaster.close(({ actor }) => actor.kind === 'person' && actor.accountId === accountId && (sessionId === undefined || actor.sessionId === sessionId), 'actor-changed');
  }
}
