import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, randomUUID, type ECDH } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { jwtVerify } from 'jose';
import type { PushPayload, PushSubscription } from '../../src/contract/push.js';

export interface ReceivedPush {
  payload: PushPayload;
  /** Seconds. */
  ttl: number;
  urgency: string;
  topic: string;
  /** Who says that they sent it: a `mailto:` or `https:` address. */
  sender: string;
  /** Of the key that signed it. */
  publicKey: string;
}

/** What the service does with one push: takes it, answers with a status, or ends the connection without a word. */
export type PushReception = 'take' | 'drop' | number;

export interface PushService {
  /** A browser's subscription, with keys of its own. */
  subscribe: () => PushSubscription;
  received: (subscription: PushSubscription) => readonly ReceivedPush[];
  /** Resolves when it has received one. */
  hasReceived: (subscription: PushSubscription) => Promise<void>;
  /** Requests in all, whatever became of them. */
  asked: () => number;
  close: () => Promise<void>;
}

interface Subscriber {
  ecdh: ECDH;
  auth: Buffer;
  times: number;
  received: ReceivedPush[];
  listeners: (() => void)[];
}

/**
 * A push service (RFC 8030) and the browsers behind it: checks the signature (RFC 8292) and decrypts (RFC 8291) as those do,
 * with nothing of the library that encrypted. `receive` is told how often this subscription was pushed to.
 */
export async function aPushService(receive: (time: number) => PushReception | Promise<PushReception> = () => 'take'): Promise<PushService> {
  const subscribers = new Map<string, Subscriber>();
  let asked = 0;
  const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    asked += 1;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const subscriber = subscribers.get(request.url ?? '');
    if (subscriber === undefined) return void response.writeHead(404).end();
    const reception = await receive((subscriber.times += 1));
    if (reception === 'drop') return void request.socket.destroy();
    if (reception !== 'take') return void response.writeHead(reception).end('what a service says of its guests is not for logs');
    subscriber.received.push(await open(request, Buffer.concat(chunks), subscriber, url));
    response.writeHead(201).end();
    for (const listener of subscriber.listeners.splice(0)) listener();
  };
  const server = createServer((request, response) => {
    take(request, response).catch(() => response.writeHead(400).end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return {
    subscribe: () => {
      const path = `/push/${randomUUID()}`;
      const ecdh = createECDH('prime256v1');
      const auth = randomBytes(16);
      const p256dh = ecdh.generateKeys('base64url');
      subscribers.set(path, { ecdh, auth, times: 0, received: [], listeners: [] });
      return { endpoint: url + path, keys: { p256dh, auth: auth.toString('base64url') } };
    },
    received: ({ endpoint }) => subscribers.get(new URL(endpoint).pathname)?.received ?? [],
    hasReceived: async ({ endpoint }) => {
      const subscriber = subscribers.get(new URL(endpoint).pathname);
      if (subscriber === undefined || subscriber.received.length > 0) return;
      await new Promise<void>((resolve) => void subscriber.listeners.push(resolve));
    },
    asked: () => asked,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function open({ headers }: IncomingMessage, body: Buffer, subscriber: Subscriber, audience: string): Promise<ReceivedPush> {
  const [, token = '', publicKey = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? [];
  const { payload: claims } = await jwtVerify(token, keyOf(publicKey), { audience, algorithms: ['ES256'] });
  if (headers['content-encoding'] !== 'aes128gcm') throw new Error('not encrypted as RFC 8291 says');
  return {
    payload: JSON.parse(decrypt(body, subscriber)) as PushPayload,
    ttl: Number(headers['ttl']),
    urgency: String(headers['urgency']),
    topic: String(headers['topic']),
    sender: String(claims.sub),
    publicKey,
  };
}

function keyOf(point: string) {
  const bytes = Buffer.from(point, 'base64url');
  return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: bytes.subarray(1, 33).toString('base64url'), y: bytes.subarray(33).toString('base64url') }, format: 'jwk' });
}

/** RFC 8291, 3.4, and the one record of RFC 8188. */
function decrypt(body: Buffer, { ecdh, auth }: Subscriber): string {
  const salt = body.subarray(0, 16);
  const length = body[20] ?? 0;
  const sender = body.subarray(21, 21 + length);
  const record = body.subarray(21 + length);
  const derive = (secret: Uint8Array, from: Uint8Array, info: Buffer, bytes: number): Buffer => Buffer.from(hkdfSync('sha256', secret, from, info, bytes));
  const key = derive(ecdh.computeSecret(sender), auth, Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), sender]), 32);
  const cipher = createDecipheriv('aes-128-gcm', derive(key, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16), derive(key, salt, Buffer.from('Content-Encoding: nonce\0'), 12));
  cipher.setAuthTag(record.subarray(-16));
  const padded = Buffer.concat([cipher.update(record.subarray(0, -16)), cipher.final()]);
  return padded.subarray(0, padded.lastIndexOf(2)).toString('utf8');
}
