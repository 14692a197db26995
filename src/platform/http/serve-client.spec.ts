import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { fastify, type FastifyInstance } from 'fastify';
import { rawRequest, type RawAnswer } from '../../../test/support/raw-request.js';
import { setSecurityHeaders } from './security-headers.js';
import { serveClient } from './serve-client.js';

const SCRIPT = 'console.log("a script that is long enough")\n'.repeat(50);
const PAGE = '<!doctype html><script src="/assets/index-a1b2.js" nonce="__CSP_NONCE__"></script><meta property="csp-nonce" nonce="__CSP_NONCE__">';
const AS_A_BROWSER = { accept: 'text/html,application/xhtml+xml;q=0.9', host: 'agenda.example.org' };

let folder: string;
let server: FastifyInstance;
let url: string;

async function serve(publicUrl?: string): Promise<void> {
  server = fastify();
  setSecurityHeaders(server, publicUrl);
  server.setNotFoundHandler((_request, reply) => reply.status(404).send('a problem'));
  await serveClient(server, folder, publicUrl);
  url = await server.listen({ port: 0, host: '127.0.0.1' });
}

const get = async (path: string, headers: Record<string, string> = {}): Promise<RawAnswer> => await rawRequest(url, path, { headers });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-client-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), PAGE);
  await writeFile(join(folder, 'sw.js'), 'self.skipWaiting()');
  await writeFile(join(folder, '.secret'), 'not for anyone');
  await writeFile(join(folder, 'assets', 'index-a1b2.js'), SCRIPT);
  await writeFile(join(folder, 'assets', 'index-a1b2.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(folder, 'assets', 'index-a1b2.js.gz'), gzipSync(SCRIPT));
  await serve();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

describe('hashed files', () => {
  const path = '/assets/index-a1b2.js';

  it('are kept for ever', async () => {
    expect((await get(path)).headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await get('/assets/gone-c3d4.js')).headers['cache-control']).toBeUndefined();
  });

  it.each([
    ['br', 'gzip, deflate, br', (body: Buffer) => brotliDecompressSync(body)],
    ['gzip', 'gzip', (body: Buffer) => gunzipSync(body)],
    [undefined, undefined, (body: Buffer) => body],
  ])('come as the build compressed them (%s)', async (encoding, accepted, decode) => {
    const { headers, rawPayload } = await get(path, accepted === undefined ? {} : { 'accept-encoding': accepted });
    expect({ encoding: headers['content-encoding'], type: headers['content-type'], vary: headers['vary'] }).toEqual({
      encoding, type: expect.stringContaining('javascript; charset=utf-8'), vary: 'accept-encoding',
    });
    expect(decode(rawPayload).toString()).toBe(SCRIPT);
  });
});

describe('the page', () => {
  it.each(['/', '/index.html', '/open-horizons/grid', '/en/deep/link?day=2'])('is the answer to %s', async (path) => {
    const { statusCode, headers, body } = await get(path, AS_A_BROWSER);
    expect({ statusCode, type: headers['content-type'], caching: headers['cache-control'] }).toEqual({
      statusCode: 200, type: 'text/html; charset=utf-8', caching: 'no-cache',
    });
    expect(body).toContain('/assets/index-a1b2.js');
  });

  it('carries a fresh nonce each time, the same in its policy, for styles and never for scripts', async () => {
    const [first, second] = await Promise.all([1, 2].map(async () => await get('/', AS_A_BROWSER)));
    const nonces = [first!, second!].map(({ body }) => [...new Set([...body.matchAll(/nonce="([^"]+)"/g)].map(([, nonce]) => nonce))]);
    expect(nonces.map((found) => found.length)).toEqual([1, 1]);
    const [[one], [other]] = nonces as [[string], [string]];
    expect(one).not.toBe(other);
    expect(one).not.toContain('CSP');
    expect(first!.headers['content-security-policy']).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${one}'; connect-src 'self' ws://agenda.example.org wss://agenda.example.org; ` +
        `img-src 'self' data:; font-src 'self'; media-src 'self' blob:; worker-src 'self'; manifest-src 'self'; frame-ancestors 'none'; ` +
        `base-uri 'none'; form-action 'self'; object-src 'none'`,
    );
  });

  it('does not repeat a host that is no host', async () => {
    const { headers } = await get('/', { ...AS_A_BROWSER, host: `x; script-src 'unsafe-inline'` });
    expect(headers['content-security-policy']).toContain(`connect-src 'self'; img-src`);
  });

  it('is not the answer to what asks for data', async () => {
    const answers = await Promise.all([
      get('/api/nowhere', AS_A_BROWSER),
      get('/health/nowhere', AS_A_BROWSER),
      get('/socket.io/?EIO=4', AS_A_BROWSER),
      get('/open-horizons', { accept: 'application/json' }),
      get('/assets/gone-c3d4.js', AS_A_BROWSER),
      // no address: what follows two slashes is a host, and there is none
      get('//', AS_A_BROWSER),
    ]);
    expect(answers.map(({ statusCode, body }) => [statusCode, body])).toEqual(answers.map(() => [404, 'a problem']));
  });

  it('says how to build it when it is not built', async () => {
    await rm(join(folder, 'index.html'));
    const { statusCode, body } = await get('/', AS_A_BROWSER);
    expect(statusCode).toBe(503);
    expect(body).toContain('npm run build');
  });
});

it('lets the service worker be asked for again, and reach the server', async () => {
  const { headers } = await get('/sw.js');
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['content-security-policy']).toContain(`connect-src 'self'`);
});

it.each(['/.secret', '/assets/../.secret', '/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fpackage.json'])('keeps to itself what %s asks for', async (path) => {
  const { statusCode, body } = await get(path, { accept: 'application/json' });
  expect(statusCode).toBeGreaterThanOrEqual(400);
  expect(body).not.toContain('not for anyone');
});

it('asks browsers to stay with TLS where it is served by TLS', async () => {
  expect((await get('/sw.js')).headers['strict-transport-security']).toBeUndefined();
  await server.close();
  await serve('https://agenda.example.org');
  expect((await get('/sw.js')).headers['strict-transport-security']).toBe('max-age=31536000');
});
