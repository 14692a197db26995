import { aConference } from '../../test/support/a-conference.js';
import { anApp, TOKEN, type RunningApp } from '../../test/support/an-app.js';
import { aDayFile, aGuid } from '../../test/support/a-schedule.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { ImportReceipt } from '../contract/exchange.js';
import type { Problem } from '../contract/problem.js';
import { CSV_TEMPLATE } from './read/csv-columns.js';
import { LIMITS } from './read/limits.js';

let database: TestDatabase;
let running: RunningApp;
beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const FILE = aDayFile({ Hall: [{ guid: aGuid(1), title: 'One' }, { guid: aGuid(2), title: 'Two', date: '2026-11-24T11:00:00+01:00' }] });

async function send(path: string, body: Buffer | string, type: string, as: 'administrator' | 'nobody' = 'administrator'): Promise<Response> {
  const headers = new Headers({ 'content-type': type });
  if (as === 'administrator') headers.set('authorization', `Bearer ${TOKEN}`);
  return await fetch(`${running.url}/api/conferences/${path}`, { method: 'POST', headers, body: typeof body === 'string' ? body : new Uint8Array(body) });
}
const get = async (path: string, headers: Record<string, string> = {}): Promise<Response> => await fetch(running.url + path, { headers });
const conferences = async (): Promise<unknown> => await database.source.query(`SELECT slug, revision FROM conference ORDER BY slug`);

describe('POST imports', () => {
  it.each([['application/json'], ['application/octet-stream'], ['text/plain'], ['application/x-anything']])('takes a body of type %s as it is, and answers the report', async (type) => {
    const slug = `api-${type.replace(/\W+/g, '-')}`;
    const response = await send(`${slug}/imports`, FILE, type);
    expect(response.status).toBe(201);
    const receipt = ImportReceipt.parse(await response.json());
    expect(receipt.report.counts).toMatchObject({ sessions: 2, added: 2 });
    expect(receipt).toMatchObject({ written: true, revision: { revision: 1, release: 1 } });
    const again = ImportReceipt.parse(await (await send(`${slug}/imports`, FILE, type)).json());
    expect(again.revision).toBeNull();
  });

  it('answers a look-ahead and writes nothing', async () => {
    const before = await conferences();
    const response = await send('api-look-ahead/imports?dryRun=true', FILE, 'application/json');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ written: false, revision: { revision: 1 } });
    expect(await conferences()).toEqual(before);
  });

  it('refuses what is no schedule, with the place, and writes nothing', async () => {
    await send('api-refused/imports', FILE, 'application/json');
    const before = await conferences();
    const response = await send('api-refused/imports', '<schedule>\n<oops></schedule>', 'application/xml');
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const problem = (await response.json()) as Problem;
    expect(problem.type).toBe('urn:meridian:problem:import-refused');
    expect(problem.errors).toEqual([{ path: 'line 2', message: expect.stringContaining('well-formed') }]);
    expect(await conferences()).toEqual(before);
  });

  it.each<[name: string, path: string, body: Buffer | string, status: number]>([
    ['an empty body', 'api-bad/imports', '', 422],
    ['an unknown format', 'api-bad/imports?format=pdf', FILE, 400],
    ['an unknown parameter', 'api-bad/imports?foo=1', FILE, 400],
    ['an unknown zone', 'api-bad/imports?zone=Mars', FILE, 400],
    ['a malformed slug', 'Api_Bad/imports', FILE, 400],
    ['more than 25 MB', 'api-bad/imports', Buffer.alloc(LIMITS.bytes + 1, 32), 413],
  ])('refuses %s', async (_name, path, body, status) => {
    expect((await send(path, body, 'application/json')).status).toBe(status);
  });

  it('is for the administrator, and reads no body of others', async () => {
    const response = await send('api-nobody/imports', FILE, 'application/json', 'nobody');
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ type: 'urn:meridian:problem:token-required' });
  });

  it('raises the bound of no other route', async () => {
    const { status } = await running.ask('POST', '/api/conferences', { slug: 'x'.repeat(2_000_000) });
    expect(status).toBe(413);
  });

  it('holds a file that lacks too much until it is told to take it', async () => {
    await send('api-shrink/imports', FILE, 'application/json');
    const empty = aDayFile({ Hall: [] });
    const held = await send('api-shrink/imports', empty, 'application/json');
    expect(held.status).toBe(409);
    expect(await held.json()).toMatchObject({ type: 'urn:meridian:problem:import-held', sessions: [{ title: 'One' }, { title: 'Two' }] });
    const taken = await send('api-shrink/imports?acceptShrink=true', empty, 'application/json');
    expect(await taken.json()).toMatchObject({ report: { counts: { cancelled: 2 } } });
  });
});

describe('what is published', () => {
  const slug = 'api-export';
  beforeAll(async () => void (await send(`${slug}/imports`, FILE, 'application/json')));

  it.each([
    ['schedule.xml', 'application/xml', '<?xml'],
    ['schedule.json', 'application/json', '{'],
    ['ics', 'text/calendar', 'BEGIN:VCALENDAR'],
    ['csv', 'text/csv', 'city,country'],
    ['jsonld', 'application/ld+json', '{'],
  ])('goes out as %s, with a tag', async (format, type, start) => {
    const response = await get(`/api/conferences/${slug}/export/${format}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    const text = await response.text();
    expect(text.replace('\uFEFF', '').startsWith(start)).toBe(true);
    expect(text).toContain('One');
    const tag = response.headers.get('etag') ?? '';
    expect((await get(`/api/conferences/${slug}/export/${format}`, { 'if-none-match': tag })).status).toBe(304);
  });

  it('has another tag after a change', async () => {
    const tag = (await get(`/api/conferences/${slug}/export/ics`)).headers.get('etag') ?? '';
    await send(`${slug}/imports`, Buffer.from(FILE.toString().replace('"Two"', '"Two, revised"')), 'application/json');
    const response = await get(`/api/conferences/${slug}/export/ics`, { 'if-none-match': tag });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Two\\, revised');
  });

  it('is said in the words of schema.org', async () => {
    const event = (await (await get(`/api/conferences/${slug}/export/jsonld`)).json()) as { subEvent: unknown[] };
    expect(event).toMatchObject({ '@context': 'https://schema.org', '@type': 'Event', name: 'A conference for specs' });
    expect(event.subEvent[0]).toMatchObject({
      name: 'One', startDate: '2026-11-24T10:00:00+01:00', endDate: '2026-11-24T10:30:00+01:00', eventStatus: 'https://schema.org/EventScheduled', inLanguage: 'en',
      location: { '@type': 'Place', name: 'Hall', containedInPlace: { address: { addressLocality: 'Berlin' } } },
    });
  });

  it('is not there for a draft', async () => {
    const draft = await aConference().notYetPublished().withCity('Lyon').withRoom('Hall').withSession('Secret', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z' }).build(database.source);
    expect((await get(`/api/conferences/${draft.slug}/export/ics`)).status).toBe(404);
    expect((await get(`/api/conferences/${draft.slug}/calendar.ics`)).status).toBe(404);
    expect((await get('/api/conferences/nowhere-at-all/export/ics')).status).toBe(404);
  });
});

describe('the template', () => {
  it('is public, and can be imported', async () => {
    const response = await get('/api/imports/template.csv');
    expect(response.headers.get('content-type')).toContain('text/csv');
    const template = await response.text();
    expect(template).toBe(CSV_TEMPLATE);
    const receipt = ImportReceipt.parse(await (await send('api-template/imports', template, 'text/csv')).json());
    expect(receipt.report).toMatchObject({ format: 'csv', counts: { sessions: 3, added: 3, rooms: 2, persons: 3, mended: 0 }, items: [] });
  });
});

describe('a calendar to subscribe to', () => {
  it('holds what is chosen, tells when to ask again, and marks what is cancelled', async () => {
    const built = await aConference().withCity('Lyon').withRoom('A').withCity('Toronto', 'America/Toronto').withRoom('B')
      .withSession('First', { room: 'A', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'] })
      .withSession('Second', { room: 'B', startsAt: '2026-11-24T20:00:00Z', speakers: ['Ada'] })
      .withSession('Third', { room: 'B', startsAt: '2026-11-24T21:00:00Z', speakers: ['Bob'] })
      .withSession('Drafted', { room: 'A', startsAt: '2026-11-24T12:00:00Z', plans: ['draft'] })
      .build(database.source);
    await database.source.query(`UPDATE slot SET cancelled = true WHERE session_id = $1`, [built.sessions['Third']]);
    const summaries = async (query: string): Promise<string[]> => {
      const text = await (await get(`/api/conferences/${built.slug}/calendar.ics${query}`)).text();
      return [...text.matchAll(/^SUMMARY.*?:(.*)\r$/gm)].map(([, title = '']) => title);
    };
    expect(await summaries('')).toEqual(['First', 'Second', 'Third']);
    expect(await summaries(`?session=${built.sessions['Second'] ?? ''}`)).toEqual(['Second']);
    expect(await summaries(`?session=${built.sessions['Second'] ?? ''}&session=${built.sessions['First'] ?? ''}&session=unknown`)).toEqual(['First', 'Second']);
    expect(await summaries('?session=unknown')).toEqual([]);
    expect(await summaries(`?session=${built.sessions['Drafted'] ?? ''}`)).toEqual([]);
    expect(await summaries(`?speaker=${built.speakers['Ada'] ?? ''}`)).toEqual(['First', 'Second']);
    expect(await summaries(`?speaker=${built.speakers['Ada'] ?? ''}&city=${built.cities['Toronto'] ?? ''}`)).toEqual(['Second']);

    const whole = await (await get(`/api/conferences/${built.slug}/calendar.ics`)).text();
    expect(whole).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT15M');
    expect(whole).toContain('STATUS:CANCELLED');
    expect(whole).not.toContain('X-MERIDIAN-CONFERENCE');
    for (const line of whole.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(76);
  });
});
