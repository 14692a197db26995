import type { IncomingHttpHeaders } from 'node:http';
import { Handshake, PROTOCOL_VERSION } from '../contract/socket.js';
import { isOwnOrigin } from '../platform/http/own-origin.js';
import { problem, type ProblemError } from '../platform/problems/problem-error.js';
import { Admission } from './admission.js';
import type { RealtimeLimits } from './limits.js';
import type { Actor } from '../platform/access/policy.js';
import type { SocketTokens } from './socket-tokens.js';

export type HandshakeResult = { ok: true; actor: Actor } | { ok: false; reason: string; problem: ProblemError };

/** Decides about a handshake from what it brings with it: no database, nothing to wait for but a signature's check. */
export class HandshakeDesk {
  private readonly admission: Admission;

  constructor(
    private readonly tokens: SocketTokens,
    private readonly limits: RealtimeLimits,
    private readonly publicUrl: string | undefined,
  ) {
    this.admission = new Admission(limits, performance.now());
  }

  /** The first look, before anything is spent on a connection: null, or why it is refused. */
  refuseAtDoor(headers: IncomingHttpHeaders, connections: number): 'full' | 'origin' | null {
    // some room above, for those who will be told when to come back
    if (connections >= this.limits.sockets * 1.1) return 'full';
    return isOwnOrigin(headers.origin, headers.host, this.publicUrl) ? null : 'origin';
  }

  async receive(auth: unknown, connected: number): Promise<HandshakeResult> {
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
    return { ok: true, actor };
  }
}

const refuse = (reason: string, why: ProblemError): HandshakeResult => ({ ok: false, reason, problem: why });
