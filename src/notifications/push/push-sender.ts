import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import webPush, { type Urgency } from 'web-push';
import { guardedLookup } from '../../platform/http/public-address.js';
import { ATTEMPT_MS } from '../outcome.js';
import type { PushEndpoints } from './push-endpoint.js';
import type { PushKeys } from './push-keys.js';

/** Injection token of the {@link PushSender}. */
export const PUSH_SENDER = Symbol('push-sender');

export interface PushTarget {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

export interface PushOptions {
  /** Seconds that the push service keeps it for a device that is away. */
  ttl: number;
  urgency: Urgency;
  /** Of two with the same topic a push service keeps the later: the message's id, so that one which was sent again is not shown twice. */
  topic: string;
}

/** A push service's answer other than a success. */
export class PushRefused extends Error {
  constructor(
    readonly status: number,
    /** Seconds, where it said so. */
    readonly retryAfter: number | null,
  ) {
    super(`the push service answered ${status}`);
  }
}

/** Encrypts for one browser (RFC 8291), signs (RFC 8292) and hands over to its push service (RFC 8030). */
export class PushSender {
  constructor(
    private readonly keys: PushKeys,
    /** Whom a push service may write to: a `mailto:` or `https:` address. */
    private readonly subject: string,
    private readonly endpoints: Pick<PushEndpoints, 'accepts' | 'mayConnect'>,
  ) {}

  get publicKey(): string {
    return this.keys.publicKey;
  }

  /** @throws PushRefused; what Node throws where there was no answer */
  async send(target: PushTarget, payload: string, { ttl, urgency, topic }: PushOptions): Promise<void> {
    if (!this.endpoints.accepts(target.endpoint)) throw Object.assign(new Error('this is no address of a push service'), { code: 'ENOTPUBLIC' });
    const { headers, body } = webPush.generateRequestDetails(target, payload, {
      vapidDetails: { subject: this.subject, ...this.keys },
      TTL: ttl,
      urgency,
      topic,
      contentEncoding: 'aes128gcm',
    });
    const { status, retryAfter } = await this.post(target.endpoint, headers, body);
    // redirects are not followed: where one leads is nobody's choice but the push service's
    if (status < 200 || status > 299) throw new PushRefused(status, retryAfter);
  }

  private async post(endpoint: string, headers: Record<string, string | number>, body: Buffer | null): Promise<{ status: number; retryAfter: number | null }> {
    const request = endpoint.startsWith('https:') ? secureRequest : plainRequest;
    return await new Promise((resolve, reject) => {
      const asked = request(endpoint, { method: 'POST', headers, lookup: guardedLookup(this.endpoints.mayConnect), signal: AbortSignal.timeout(ATTEMPT_MS) }, (response) => {
        const seconds = Number(response.headers['retry-after']);
        // what it says besides is not read
        response.destroy();
        resolve({ status: response.statusCode ?? 0, retryAfter: Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : null });
      });
      asked.on('error', reject);
      asked.end(body ?? undefined);
    });
  }
}
