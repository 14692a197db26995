import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { rawRequest } from '../../../test/support/raw-request.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';

let database: TestDatabase;
let server: RunningApp;

beforeAll(async () => {
  database = await aDatabase();
  server = await anApp(database);
});
afterAll(async () => {
  await server.close();
  await database.drop();
});

describe('every answer', () => {
  it.each(['/health/live', '/api/conferences', '/api/nowhere', '/metrics'])('has the headers that protect who reads it (%s)', async (path) => {
    const { headers } = await rawRequest(server.url, path);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=()'),
      'content-security-policy': `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it.each([
    ['a proxy’s plain id is kept', 'req-0123456789', /^req-0123456789$/],
    ['one that would break a log is not', 'a b\tc"}', /^[\da-f-]{36}$/],
    ['nor one without end', 'a'.repeat(65), /^[\da-f-]{36}$/],
  ])('carries a request id: %s', async (_name, given, expected) => {
    const { headers } = await rawRequest(server.url, '/health/live', { headers: { 'x-request-id': given } });
    expect(headers['x-request-id']).toMatch(expected);
  });
});

it('answers an address that is not there with a problem that names the request', async () => {
  const { statusCode, headers, body } = await rawRequest(server.url, '/api/nowhere', { headers: { accept: 'text/html' } });
  expect({ statusCode, type: headers['content-type'] }).toEqual({ statusCode: 404, type: 'application/problem+json; charset=utf-8' });
  expect(JSON.parse(body)).toMatchObject({
    type: 'urn:meridian:problem:not-found', status: 404, instance: `urn:meridian:request:${headers['x-request-id']}`,
  });
});

it('answers an address that can’t be read with a problem, and the protecting headers', async () => {
  const { statusCode, headers } = await rawRequest(server.url, '/api/%E0%A4%A');
  expect(statusCode).toBe(400);
  expect(headers).toMatchObject({ 'content-type': expect.stringContaining('problem+json'), 'x-content-type-options': 'nosniff' });
});

describe('a write', () => {
  const write = async (headers: Record<string, string>) =>
    await rawRequest(server.url, '/api/conferences', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{}' });

  it.each([
    ['another site’s page', 'https://evil.example'],
    ['a page of another port', 'http://127.0.0.1:1'],
    ['a page without an address', 'null'],
  ])('from %s is refused', async (_name, origin) => {
    const { statusCode, body } = await write({ origin });
    expect(statusCode).toBe(403);
    expect(JSON.parse(body)).toMatchObject({ type: 'urn:meridian:problem:not-allowed', detail: expect.stringContaining('another site') });
  });

  it('from our own page, or from no page, goes on to the question who writes', async () => {
    expect((await write({ origin: server.url })).statusCode).toBe(401);
    expect((await write({})).statusCode).toBe(401);
  });

  it('is not opened to other sites by a preflight', async () => {
    const { headers } = await rawRequest(server.url, '/api/conferences', {
      method: 'OPTIONS', headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});

describe('the page of the API', () => {
  it('loads its own files only', async () => {
    const { statusCode, headers, body } = await rawRequest(server.url, '/api/docs');
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toContain(`script-src 'self'; style-src 'self' 'unsafe-inline'`);
    expect([...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^\.\/docs\//)]),
    );
    expect(body).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });
});

describe('health', () => {
  it('is ready with a migrated database that answers', async () => {
    const ask = async () => await server.ask('GET', '/health/ready', undefined, 'nobody');
    let { status, body } = await ask();
    // as a balancer asks: one that does not answer in time is asked again
    while (status === 503) ({ status, body } = await ask());
    expect({ status, body }).toEqual({ status: 200, body: { status: 'ready', checks: { database: 'ok', migrations: 'ok', running: 'ok' } } });
    expect((await server.ask('GET', '/health/live', undefined, 'nobody')).body).toEqual({ status: 'live' });
  });
});

it('counts requests by route, and keeps addresses and queries out of the metrics', async () => {
  await server.ask('GET', '/api/conferences/a-secret-slug/agenda?token=a-secret-query', undefined, 'nobody');
  await server.ask('GET', '/a-secret-page/for-somebody', undefined, 'nobody');
  const { status, body } = await server.ask<string>('GET', '/metrics', undefined, 'nobody');
  expect(status).toBe(200);
  expect(body).toContain('meridian_http_request_duration_seconds_count{method="GET",route="/api/conferences/:slug/agenda",status="404"} 1');
  expect(body).toContain('nodejs_eventloop_lag_seconds');
  expect(body).not.toContain('secret');
});
