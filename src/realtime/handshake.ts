import type { IncomingHttpHeaders } from 'node:http';
import { Handshake, PROTOCOL_VERSION } from '../contract/socket.js';
import { isOwnOrigin } from '../platform/http/own-origin.js';
import { problem, type ProblemError } from '../platform/problems/problem-error.js';
import { Admission } from './admission.js';
import type { RealtimeLimits } from './limits.js';
import type { Actor } from '../platform/access/policy.js';
import { SocketShares, type Held } from './socket-shares.js';
import type { SocketTokens } from './socket-tokens.js';

/** `held` is given back when the socket that was let in is closed. */
export type HandshakeResult = { ok: true; actor: Actor; held: Held } | { ok: false; reason: string; problem: ProblemError };

/** Decides about a handshake from what it brings with it: no database, nothing to wait for but a signature's check. */
export class HandshakeDesk {
  private readonly admission: Admission;
  private readonly shares: SocketShares;

  constructor(
    private readonly tokens: SocketTokens,
    private readonly limits: RealtimeLimits,
    private readonly publicUrl: string | undefined,
  ) {
    this.admission = new Admission(limits, performance.now());
    this.shares = new SocketShares(limits);
  }

  /** The first look, before anything is spent on a connection: null, or why it is refused. */
  refuseAtDoor(headers: IncomingHttpHeaders, connections: number): 'full' | 'origin' | null {
    // some room above, for those who will be told when to come back
    if (connections >= this.limits.sockets * 1.1) return 'full';
    return isOwnOrigin(headers.origin, headers.host, this.publicUrl) ? null : 'origin';
  }

  /** @param network from which it comes, or null where that tells nobody apart */
  async receive(auth: unknown, connected: number, network: string | null): Promise<HandshakeResult> {
    const given = Handshake.safeParse(auth);
    if (given.success && given.data.protocol !== PROTOCOL_VERSION) {
      return refuse('outdated', problem('protocol-outdated', 'Load the page anew: it speaks another version of the live protocol.'));
    }
    const actor = given.success ? await this.tokens.check(given.data.token) : null;
    if (actor === null) {
      return refuse('token', problem('token-required', 'Ask for a token with POST /api/socket-token and connect within two minutes.'));
    }
    const admitted = this.admission.ask(connected, performance.now());
    if (!admitted.admitted) {
      const detail = `Many people are connecting. Try again in ${admitted.retryAfter} s.`;
      return refuse('busy', problem('too-many-requests', detail, { retryAfter: admitted.retryAfter }));
    }
    const held = this.shares.take(actor, network);
    if (held === null) {
      const detail = `Too many connections are open from where you are. Close other windows, or try again in ${SHARE_WAIT} s.`;
      return refuse('share', problem('too-many-requests', detail, { retryAfter: SHARE_WAIT }));
    }
    return { ok: true, actor, held };
  }
}

/** Seconds. */
const SHARE_WAIT = 30;

const refuse = (reason: string, why: ProblemError): HandshakeResult => ({ ok: false, reason, problem: why });
