import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aConference } from '../../../test/support/a-conference.js';
import { rawRequest } from '../../../test/support/raw-request.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { createApp } from '../../create-app.js';
import { administratorToken } from '../access/administrator-token.js';
import { readConfiguration } from '../configuration.js';
import { createLogger } from './logger.js';
import { nestLogger } from './nest-logger.js';

const TOKEN = 'the-administrators-token-0123456789abcdef';

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.drop());

/** A log that is kept, and its lines as objects. */
function aLog(level: 'info' | 'trace' = 'trace', isTTY = false) {
  const written: string[] = [];
  const logger = createLogger(level, { isTTY, write: (line) => void written.push(line) });
  return { logger, text: () => written.join(''), lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

it('says of a request what it was, and nothing about who asked what', async () => {
  const { logger, text, lines } = aLog();
  // without streams: these begin by themselves, sooner or later, and would fail by the bug beside the request
  const dataDirectory = await mkdtemp(join(tmpdir(), 'meridian-data-'));
  const app = await createApp({
    configuration: readConfiguration({ MERIDIAN_DATA_DIR: dataDirectory, MERIDIAN_STREAMS: '0' }),
    source: database.source,
    administratorToken: administratorToken(TOKEN),
    logger,
  });
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
  const { slug } = await aConference('a-secret-place').build(database.source);
  const leaky = {
    authorization: `Bearer ${TOKEN}`,
    cookie: 'sid=a-secret-cookie',
    'x-forwarded-for': '203.0.113.77',
    'user-agent': 'a-secret-browser',
    referer: 'https://a-secret-page.example/',
    'content-type': 'application/json',
    'x-request-id': 'request-0001',
  };
  const body = JSON.stringify({ title: 'a-secret-title', unknown: 'a-secret-field' });
  await rawRequest(url, `/api/conferences/${slug}?q=a-secret-query`, { headers: leaky });
  await rawRequest(url, `/api/conferences/${slug}?q=a-secret-query`, { method: 'PATCH', headers: leaky, body });
  await rawRequest(url, '/a-secret-page', { headers: leaky });
  // a bug: what the code asks for is not there
  await database.source.query('ALTER TABLE city RENAME TO city_away');
  await rawRequest(url, `/api/conferences/${slug}/cities`, { headers: leaky });
  await database.source.query('ALTER TABLE city_away RENAME TO city');
  await app.close();
  await rm(dataDirectory, { recursive: true, force: true });

  expect(lines().find(({ msg }) => msg === 'request')).toEqual({
    level: 'info', time: expect.stringMatching(/^\d{4}-.*Z$/), requestId: 'request-0001', method: 'GET', route: '/api/conferences/:slug', status: 200,
    ms: expect.any(Number), msg: 'request',
  });
  expect(lines().filter(({ level }) => level === 'error')).toEqual([
    expect.objectContaining({ requestId: 'request-0001', msg: 'a request failed', err: expect.objectContaining({ type: 'QueryFailedError', code: '42P01' }) }),
  ]);
  for (const secret of ['a-secret', TOKEN, '203.0.113.77', '127.0.0.1', 'authorization']) expect(text()).not.toContain(secret);
});

it('keeps the values of a row out of what it says about a failed query', async () => {
  const { logger, text, lines } = aLog();
  const insert = `INSERT INTO conference (id, slug, title, zone, starts_on, ends_on) VALUES ($1, $2, 'x', 'UTC', '2026-01-01', '2026-01-01')`;
  const id = '0190b6a0-0000-7000-8000-000000000000';
  for (const values of [[id, 'a secret slug'], ['a-secret-id', 'x']]) {
    await database.source.query(insert, values).catch((error: unknown) => logger.error({ err: error }, 'failed'));
  }
  expect(lines().map(({ err }) => err)).toEqual([
    expect.objectContaining({ type: 'QueryFailedError', code: '23514', table: 'conference', constraint: 'conference_slug_check' }),
    expect.objectContaining({ type: 'QueryFailedError', code: '22P02' }),
  ]);
  expect(text()).not.toMatch(/a.secret/);
});

it('takes Nest’s words and those of our classes, with who says them', () => {
  const { logger, lines } = aLog();
  const nest = nestLogger(logger);
  nest.log('Mapped {/api, GET}', 'RouterExplorer');
  nest.warn('the relay is late', 'RevisionRelay');
  nest.error(new Error('broken'), 'ProblemFilter');
  nest.error({ err: new Error('broken'), requestId: 'r1' }, 'a request failed', 'ProblemFilter');
  expect(lines()).toEqual([
    expect.objectContaining({ level: 'debug', msg: 'Mapped {/api, GET}', context: 'RouterExplorer' }),
    expect.objectContaining({ level: 'warn', msg: 'the relay is late', context: 'RevisionRelay' }),
    expect.objectContaining({ level: 'error', msg: 'broken', context: 'ProblemFilter', err: expect.objectContaining({ type: 'Error' }) }),
    expect.objectContaining({ level: 'error', msg: 'a request failed', context: 'ProblemFilter', requestId: 'r1' }),
  ]);
});

it('is short on a terminal', () => {
  const { logger, text } = aLog('info', true);
  logger.info('Meridian is at http://localhost:3000');
  logger.warn({ context: 'RevisionRelay' }, 'late');
  logger.info({ requestId: 'r1', method: 'GET', route: '/api/conferences', status: 200, ms: 3 }, 'request');
  expect(text()).toBe('Meridian is at http://localhost:3000\n\u001B[33mwarn\u001B[0m RevisionRelay: late\nGET /api/conferences 200 3 ms\n');
});
