import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

export const S3_ACCOUNT = { accessKeyId: 'meridian-specs', secretAccessKey: 'only-specs-know', region: 'eu-west-3' } as const;

export interface S3Server {
  /** Of its only bucket. */
  bucketUrl: string;
  objects: ReadonlyMap<string, Buffer>;
  /** What it answers to the next writes, in place of taking them. */
  refuseWrites: (answer: { status: number; code: string } | null) => void;
  close: () => Promise<void>;
}

/** Objects in memory, as S3 gives and takes them. Each request's signature is worked out here, from its documentation and not from a client. */
export async function anS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  let refusal: { status: number; code: string } | null = null;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = Buffer.concat((await request.toArray()) as Buffer[]);
    const fail = (status: number, code: string): void => void response.writeHead(status, { 'content-type': 'application/xml' }).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
    const { method = '', url = '', headers } = request;
    if (signatureOf({ method, path: url, headers }, S3_ACCOUNT.secretAccessKey) !== /Signature=(\w+)/.exec(headers.authorization ?? '')?.[1]) return fail(403, 'SignatureDoesNotMatch');
    const [, bucket, ...rest] = url.split('/');
    const key = rest.join('/');
    if (bucket !== 'recordings') return fail(404, 'NoSuchBucket');
    if (method === 'PUT' && refusal !== null) return fail(refusal.status, refusal.code);
    if (method === 'PUT') objects.set(key, body);
    else if (method === 'DELETE') objects.delete(key);
    else if (!objects.has(key)) return fail(404, 'NoSuchKey');
    response.writeHead(method === 'DELETE' ? 204 : 200).end(method === 'GET' ? objects.get(key) : undefined);
  };
  const server: Server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    bucketUrl: `http://127.0.0.1:${(server.address() as { port: number }).port}/recordings`,
    objects,
    refuseWrites: (wanted) => void (refusal = wanted),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The signature, version 4, that such a request must have; headers are those that it says are signed. */
export function signatureOf({ method, path, headers }: { method: string; path: string; headers: IncomingHttpHeaders }, secret: string): string {
  const [, scope = '', signed = ''] = /Credential=[^/]+\/([^,]+),\s*SignedHeaders=([^,]+)/.exec(headers.authorization ?? '') ?? [];
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const canonical = [method, path, '', lines.join(''), signed, headers['x-amz-content-sha256']].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const key = scope.split('/').reduce<string | Buffer>((held, part) => createHmac('sha256', held).update(part).digest(), `AWS4${secret}`);
  return createHmac('sha256', key).update(text).digest('hex');
}
