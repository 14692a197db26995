import { io, type Socket } from 'socket.io-client';
import { aConference } from '../../test/support/a-conference.js';
import { aPerson, type Person } from '../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../test/support/an-app.js';
import { jobsAtRest } from '../../test/support/jobs-at-rest.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';
import type { Notifications } from '../contract/notifications.js';
import { PROTOCOL_VERSION } from '../contract/socket.js';
import { CONFIGURATION, type Configuration } from '../platform/configuration.js';
import { SEALING, type Sealing } from '../platform/sealing/sealing.js';
import { renderMail } from './render-mail.js';
import { tellOfRevisions } from './tell-of-revisions.js';

let database: TestDatabase;
let running: RunningApp;
beforeEach(async () => {
  database = await aDatabase();
  running = await anApp(database);
  await jobsAtRest(running);
});
afterEach(async () => {
  await running.close();
  await database.drop();
});

const read = async (person: Person): Promise<Notifications> => (await running.ask<Notifications>('GET', '/api/me/notifications', undefined, person)).body;
const sealing = (): Sealing => running.app.get<Sealing>(SEALING);
const tell = async (): Promise<number> => await tellOfRevisions(database.source, { sealing: sealing(), configuration: running.app.get<Configuration>(CONFIGURATION) });

async function mails(): Promise<{ to: string; subject: string; text: string }[]> {
  const rows = await database.source.query<{ id: string; emailSealed: Buffer; template: string; language: string; paramsSealed: Buffer }[]>(
    `SELECT id, email_sealed AS "emailSealed", template, language, params_sealed AS "paramsSealed" FROM mail ORDER BY id`,
  );
  return rows.map((row) => renderMail(sealing(), row));
}

/** A published session of a speaker who has an account, and somebody who has nothing to do with it. */
async function aSpeaker() {
  const conference = await aConference()
    .withCity('Lyon')
    .withRoom('Ampère')
    .withSession('The quiet city', { room: 'Ampère', startsAt: '2026-11-25T09:00:00Z', speakers: ['Mina'] })
    .build(database.source);
  const speaker = await aPerson(running.app);
  await database.source.query(`UPDATE speaker SET account_id = $2 WHERE id = $1`, [conference.speakers['Mina'], speaker.accountId]);
  return { conference, speaker, outsider: await aPerson(running.app), path: `/api/conferences/${conference.slug}` };
}

const delay = async ({ path, conference }: { path: string; conference: { sessions: Record<string, string> } }, minutes: number): Promise<void> =>
  expect((await running.ask('POST', `${path}/live-changes`, { change: 'delay', sessionId: conference.sessions['The quiet city'], minutes, reason: '' })).status).toBeLessThan(300);

it('tells a speaker once that their slot moved, however many servers look, by mail and in the application', async () => {
  const at = await aSpeaker();
  await tell();
  await delay(at, 20);
  const told = await Promise.all([tell(), tell()]);
  expect(told.sort()).toEqual([0, 1]);
  expect(await read(at.speaker)).toEqual({
    items: [
      {
        id: expect.any(String), kind: 'slot-changed', createdAt: expect.any(String), seenAt: null,
        params: {
          conference: `Conference ${at.conference.slug}`, slug: at.conference.slug, session: 'The quiet city', sessionId: at.conference.sessions['The quiet city'], what: 'moved',
          startsAt: '2026-11-25T09:20:00.000Z', zone: 'Europe/Paris',
        },
      },
    ],
    unseen: 1,
  });
  expect(await mails()).toEqual([{ to: at.speaker.email, subject: 'Your session has moved: The quiet city', text: expect.stringContaining('10:20') }]);
  expect((await read(at.outsider)).items).toEqual([]);
});

it('tells in the ways that somebody chose, and remembers what was seen', async () => {
  const at = await aSpeaker();
  await tell();
  const ways = async () => (await running.ask('GET', '/api/me/notification-preferences', undefined, at.speaker)).body['items'];
  expect(await ways()).toContainEqual({ kind: 'slot-answered', inApp: true, mail: false, push: false });
  expect((await running.ask('PUT', '/api/me/notification-preferences', { kind: 'slot-changed', inApp: true, mail: false, push: true }, at.speaker)).status).toBe(204);
  expect(await ways()).toContainEqual({ kind: 'slot-changed', inApp: true, mail: false, push: true });
  await delay(at, 10);
  await tell();
  expect(await mails()).toEqual([]);
  const { items } = await read(at.speaker);
  const seen = { id: items[0]?.id };
  // another person's: nothing happens to it
  expect((await running.ask('POST', '/api/me/notifications/seen', seen, at.outsider)).status).toBe(204);
  expect((await read(at.speaker)).unseen).toBe(1);
  expect((await running.ask('POST', '/api/me/notifications/seen', seen, at.speaker)).status).toBe(204);
  expect((await read(at.speaker)).unseen).toBe(0);
  expect((await running.ask('GET', '/api/me/notifications', undefined, 'nobody')).status).toBe(401);
});

it('tells the organizers of an answer, on their open pages at once, and nobody else', async () => {
  const at = await aSpeaker();
  const organizer = await aPerson(running.app, [{ role: 'organizer', conferenceId: at.conference.id }]);
  const sockets = await Promise.all([organizer, at.outsider].map(aSocket));
  const heard = sockets.map((socket) => {
    const events: string[] = [];
    socket.onAny((event: string) => events.push(event));
    return events;
  });
  const added = new Promise<void>((resolve) => sockets[0]?.once('notification:added', () => resolve()));
  const sessionId = at.conference.sessions['The quiet city'] ?? '';
  const answer = await running.ask('POST', `${at.path}/my-slots/${sessionId}/answer`, { state: 'confirmed', startsAt: '2026-11-25T09:00:00.000Z' }, at.speaker);
  expect(answer.status).toBe(201);
  await added;
  expect((await read(organizer)).items.map(({ kind, params }) => [kind, params.what, params.session])).toEqual([['slot-answered', 'confirmed', 'The quiet city']]);
  expect(heard).toEqual([['notification:added'], []]);
  // by mail only where it is wished for
  expect(await mails()).toEqual([]);
  for (const socket of sockets) socket.disconnect();
});

async function aSocket(person: Person): Promise<Socket> {
  const { body } = await running.ask('POST', '/api/socket-token', {}, person);
  const socket = io(running.url, { transports: ['websocket'], auth: { token: body['token'], protocol: PROTOCOL_VERSION }, reconnection: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  return socket;
}

it('tells a speaker whose slot moved too far for their answer that they have to answer again, and not one whose answer still holds', async () => {
  const at = await aSpeaker();
  await tell();
  const answered = { state: 'confirmed', startsAt: '2026-11-25T09:00:00.000Z' };
  expect((await running.ask('POST', `${at.path}/my-slots/${at.conference.sessions['The quiet city']}/answer`, answered, at.speaker)).status).toBe(201);
  await delay(at, 15);
  await tell();
  await delay(at, 1);
  await tell();
  expect((await read(at.speaker)).items.map(({ params }) => [params.startsAt, params.again])).toEqual([
    ['2026-11-25T09:16:00.000Z', true],
    ['2026-11-25T09:15:00.000Z', undefined],
  ]);
  const [within, beyond] = await mails();
  expect(within?.text).not.toContain('answer again');
  expect(beyond?.text).toContain('no longer counts: please answer again');
});
