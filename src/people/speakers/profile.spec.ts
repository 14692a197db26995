import sharp from 'sharp';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import type { Person } from '../../../test/support/a-person.js';
import { aSpeaker } from '../../../test/support/a-speaker.js';
import { anApp, type Answer, type AnyBody, type RunningApp } from '../../../test/support/an-app.js';
import { caughtUp } from '../../../test/support/caught-up.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';

let database: TestDatabase;
let running: RunningApp;
let held: BuiltConference;
let amina: Person;
let carla: Person;

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
  held = await aConference()
    .withCity('Lyon').withRoom('Hall').withRoom('Attic')
    .withSession('Tides', { room: 'Hall', startsAt: '2027-11-24T09:00:00Z', speakers: ['Amina'] })
    .withSession('Secret', { room: 'Attic', startsAt: '2027-11-24T09:00:00Z', speakers: ['Carla'], plans: ['draft'] })
    .build(database.source);
  amina = await aSpeaker(running.app, held.speakers['Amina']);
  carla = await aSpeaker(running.app, held.speakers['Carla']);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const base = (): string => `/api/conferences/${held.slug}`;
const upload = async (body: BodyInit, type: string, who: Person = amina): Promise<{ status: number; body: Record<string, unknown> }> => {
  const response = await fetch(`${running.url}${base()}/my-profile/photo`, { method: 'PUT', headers: { 'content-type': type, cookie: who.cookie }, body });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const picture = async (): Promise<Buffer<ArrayBuffer>> =>
  Buffer.from(await sharp({ create: { width: 900, height: 600, channels: 3, background: '#2266aa' } }).withExif({ IFD0: { Artist: 'Amina at 45.76 4.84' } }).jpeg().toBuffer());

async function servedTexts(): Promise<Answer<AnyBody>> {
  await caughtUp(running, held);
  return await running.ask('GET', `${base()}/agenda/texts`, undefined, 'nobody');
}

describe('a profile', () => {
  it('changes the agenda at once, as one revision in the speaker’s name', async () => {
    const biography = 'Sails, and **writes**.';
    expect((await running.ask('PATCH', `${base()}/my-profile`, { biography, name: 'Amina W.' }, amina)).body).toMatchObject({ name: 'Amina W.', biography });
    const texts = await servedTexts();
    expect(texts.body['biographies']?.[held.speakers['Amina'] ?? '']).toBe(biography);
    const [revision] = await database.source.query(`SELECT actor FROM revision WHERE conference_id = $1 ORDER BY revision DESC LIMIT 1`, [held.id]);
    expect(revision).toEqual({ actor: `account:${amina.accountId}` });
  });

  it('keeps stored markup as text: it is never sent as a page, nor run by one', async () => {
    const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)> [me](javascript:alert(1))';
    await running.ask('PATCH', `${base()}/my-profile`, { biography: hostile, name: '<b>Amina</b>' }, amina);
    for (const path of ['my-profile', 'agenda', 'agenda/texts', 'my-slots']) {
      const { headers } = await running.ask('GET', `${base()}/${path}`, undefined, amina);
      expect([headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([expect.stringContaining('application/json'), 'nosniff']);
      expect(headers.get('content-security-policy')).toContain(`default-src 'none'`);
    }
  });

  it('refuses an unknown field, an empty name and a zone that is none', async () => {
    for (const body of [{ accountId: carla.accountId }, { name: ' ' }, { zone: 'Mars/Olympus' }]) {
      expect((await running.ask('PATCH', `${base()}/my-profile`, body, amina)).status).toBe(400);
    }
  });
});

describe('a photo', () => {
  it('is drawn anew: a square in WebP without what the camera wrote, at an address that is its hash', async () => {
    const { status, body } = await upload(await picture(), 'image/jpeg');
    expect(status).toBe(200);
    const served = await fetch(`${running.url}${base()}/photos/${String(body['photo'])}`);
    expect([served.status, served.headers.get('content-type'), served.headers.get('cache-control')]).toEqual([200, 'image/webp', 'public, max-age=31536000, immutable']);
    const image = Buffer.from(await served.arrayBuffer());
    const texts = await servedTexts();
    expect(texts.body['photos']).toEqual({ [held.speakers['Amina']!]: body['photo'] });
    const { format, width, height, exif, xmp, icc } = await sharp(image).metadata();
    expect({ format, width, height, exif, xmp, icc }).toEqual({ format: 'webp', width: 512, height: 512, exif: undefined, xmp: undefined, icc: undefined });
    expect(image.toString('latin1')).not.toContain('Amina at');
  });

  it('of who is not published yet is their own to see', async () => {
    const { body } = await upload(await picture(), 'image/jpeg', carla);
    await upload(await sharp(await picture()).negate().png().toBuffer().then((png) => Buffer.from(png)), 'image/png', amina);
    expect((await fetch(`${running.url}${base()}/photos/${String(body['photo'])}`)).status).toBe(404);
    expect((await fetch(`${running.url}${base()}/my-profile/photo`, { headers: { cookie: carla.cookie } })).status).toBe(200);
    expect((await fetch(`${running.url}${base()}/my-profile/photo`)).status).toBe(401);
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>', 'image/png'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'image/jpeg'],
    ['a GIF', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'), 'image/jpeg'],
    ['nothing', '', 'image/jpeg'],
  ])('is not %s, whatever it is called', async (_name, body, type) => {
    expect(await upload(body, type)).toMatchObject({ status: 400, body: { errors: [{ path: '/photo' }] } });
  });

  it('is refused beyond 5 MB, and before its body from who is no speaker', async () => {
    expect((await upload(Buffer.alloc(5_000_001), 'image/jpeg')).status).toBe(413);
    const stranger = await fetch(`${running.url}${base()}/my-profile/photo`, { method: 'PUT', headers: { 'content-type': 'image/jpeg' }, body: Buffer.alloc(100) });
    expect(stranger.status).toBe(401);
  });
});

describe('availability', () => {
  it('is kept in instants, which a change of clocks does not move, and merged where it touches', async () => {
    // the night of 29 March in Paris: 01:00 to 04:00 is two hours long
    const paris = { startsAt: '2026-03-29T01:00:00+01:00', endsAt: '2026-03-29T04:00:00+02:00' };
    const adelaide = [
      { startsAt: '2026-10-04T00:30:00+09:30', endsAt: '2026-10-04T02:00:00+09:30' },
      { startsAt: '2026-10-04T03:00:00+10:30', endsAt: '2026-10-04T05:00:00+10:30' },
    ];
    const put = async (zone: string, windows: object[]) => (await running.ask('PUT', `${base()}/my-availability`, { zone, windows }, amina)).body;
    expect(await put('Europe/Paris', [paris])).toEqual({ zone: 'Europe/Paris', windows: [{ startsAt: '2026-03-29T00:00:00.000Z', endsAt: '2026-03-29T02:00:00.000Z' }] });
    const written = await put('Australia/Adelaide', adelaide);
    expect(written).toEqual({ zone: 'Australia/Adelaide', windows: [{ startsAt: '2026-10-03T15:00:00.000Z', endsAt: '2026-10-03T18:30:00.000Z' }] });
    expect((await running.ask('GET', `${base()}/my-availability`, undefined, amina)).body).toEqual(written);
  });

  it('refuses what ends before it starts, and is another speaker’s to none', async () => {
    const backwards = { zone: 'UTC', windows: [{ startsAt: '2026-03-29T04:00:00Z', endsAt: '2026-03-29T01:00:00Z' }] };
    expect((await running.ask('PUT', `${base()}/my-availability`, backwards, amina)).body).toMatchObject({ status: 400, errors: [{ path: '/windows/0/endsAt' }] });
    expect((await running.ask('GET', `${base()}/my-availability`, undefined, carla)).body).toMatchObject({ windows: [] });
  });
});

describe('the calendar feed', () => {
  const feed = async (method: 'GET' | 'POST' | 'DELETE', who = amina): Promise<string> => String((await running.ask(method, `${base()}/my-feed`, undefined, who)).body['path']);
  const read = async (path: string) => await running.ask<string>('GET', path, undefined, 'nobody');

  it('holds one’s own slots, for whoever has its address, until it is renewed or revoked', async () => {
    const first = await feed('POST');
    expect(await feed('GET')).toBe(first);
    const { status, body, headers } = await read(first);
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-cache']);
    expect([body.includes('SUMMARY:Tides'), body.includes('Secret'), body.match(/BEGIN:VEVENT/g)]).toEqual([true, false, ['BEGIN:VEVENT']]);
    const second = await feed('POST');
    expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
    await feed('DELETE');
    expect([(await read(second)).status, await feed('GET')]).toEqual([404, 'null']);
  });

  it('ends with the account whose it is', async () => {
    const path = await feed('POST', carla);
    expect((await read(path)).status).toBe(200);
    await database.source.query(`DELETE FROM account WHERE id = $1`, [carla.accountId]);
    expect((await read(path)).status).toBe(404);
  });

  it('is found by its whole secret only, which the database does not hold', async () => {
    const path = await feed('POST');
    const secret = path.slice('/api/calendar/'.length, -'.ics'.length);
    expect((await read(`/api/calendar/${secret.slice(0, -1)}A.ics`)).status).toBe(secret.endsWith('A') ? 200 : 404);
    expect((await read('/api/calendar/x.ics')).status).toBe(400);
    const [row] = await database.source.query(`SELECT encode(secret_sealed, 'escape') AS sealed FROM speaker_feed`);
    expect(row.sealed).not.toContain(secret);
  });
});
