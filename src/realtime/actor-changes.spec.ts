import { PROTOCOL_VERSION } from '../contract/socket.js';
import { aConference } from '../../test/support/a-conference.js';
import { aSocket, nextMessage, type LiveSocket } from '../../test/support/a-live-client.js';
import { aPerson, type Person } from '../../test/support/a-person.js';
import { anApp, type RunningApp } from '../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../test/support/test-database.js';

let database: TestDatabase;
let [first, second]: RunningApp[] = [];
beforeAll(async () => {
  database = await aDatabase();
  [first, second] = [await anApp(database), await anApp(database)];
});
afterAll(async () => {
  await first?.close();
  await second?.close();
  await database.drop();
});

const tokenOf = async (house: RunningApp | undefined, person: Person): Promise<string> => String((await house!.ask('POST', '/api/socket-token', undefined, person)).body['token']);
const enter = async (house: RunningApp | undefined, token: string): Promise<LiveSocket> => await aSocket(house!.url, { auth: { token, protocol: PROTOCOL_VERSION } });

test.each<[string, (person: Person) => Promise<unknown>]>([
  ['a session is ended', async ({ accountId }) => await database.source.query(`DELETE FROM auth_session WHERE account_id = $1`, [accountId])],
  ['a role is taken away', async ({ accountId }) => await database.source.query(`DELETE FROM membership WHERE account_id = $1`, [accountId])],
  ['an account is erased', async ({ accountId }) => await database.source.query(`DELETE FROM account WHERE id = $1`, [accountId])],
])('when %s, the person’s sockets close in every process, and nobody else’s; a token from before lets nobody in', async (_name, end) => {
  const conference = await aConference().withCity('Lyon').build(database.source);
  const [organizer, colleague] = [await aPerson(first!.app, [{ role: 'organizer', conferenceId: conference.id }]), await aPerson(first!.app, [{ role: 'organizer', conferenceId: conference.id }])];
  const spare = await tokenOf(first, organizer);
  const [here, there, other] = [await enter(first, await tokenOf(first, organizer)), await enter(second, await tokenOf(second, organizer)), await enter(first, await tokenOf(first, colleague))];
  const told = [here, there].map(async (socket) => {
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    return [await nextMessage(socket, 'connection:closing'), await gone];
  });
  await end(organizer);
  expect(await Promise.all(told)).toEqual([[{ reason: 'actor-changed' }, 'io server disconnect'], [{ reason: 'actor-changed' }, 'io server disconnect']]);
  await expect(enter(first, spare)).rejects.toMatchObject({ data: { status: 401 } });
  expect(await other.emitWithAck('agenda:follow', { conference: conference.slug, since: 0 })).toMatchObject({ ok: true });
  other.close();
});

test('what ended while nobody listened is made up for: everyone who is somebody connects anew, nobody else does', async () => {
  const conference = await aConference().withCity('Lyon').build(database.source);
  const organizer = await aPerson(first!.app, [{ role: 'organizer', conferenceId: conference.id }]);
  const [person, reader] = [await enter(first, await tokenOf(first, organizer)), await aSocket(first!.url)];
  const told = nextMessage(person, 'connection:closing');
  await database.source.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'meridian listener' AND datname = current_database()`);
  expect(await told).toEqual({ reason: 'actor-changed' });
  expect(await reader.emitWithAck('agenda:follow', { conference: conference.slug, since: 0 })).toMatchObject({ ok: true });
  reader.close();
});
