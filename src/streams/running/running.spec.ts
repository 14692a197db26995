import pg from 'pg';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { knownSealingKeys } from '../../../test/support/known-sealing-keys.js';
import type { Revision } from '../../contract/changes.js';
import type { ChannelId } from '../../contract/ids.js';
import { newId } from '../../platform/new-id.js';
import { passphraseContext } from '../setup/stream-secrets.js';
import { OnAirFacts } from './on-air-facts.js';
import { StreamLeader } from './stream-leader.js';
import { readStreamSetup } from './stream-setup.queries.js';

let database: TestDatabase;
let conference: BuiltConference;
const { sealing } = knownSealingKeys();

beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => await database.drop());
beforeEach(async () => {
  await database.source.query(`DELETE FROM conference`);
  conference = await aConference().withCity('Lyon').withRoom('Hall').withCity('Oslo', 'Europe/Oslo').withRoom('Loft').build(database.source);
});

const aChannel = async (room: string | null): Promise<ChannelId> => {
  const id = newId<ChannelId>();
  await database.source.query(`INSERT INTO stream_channel (id, conference_id, kind, room_id, languages) VALUES ($1, $2, $3, $4, '{en}')`, [
    id, conference.id, room === null ? 'programme' : 'stage', room === null ? null : conference.rooms[room]]);
  return id;
};
const facts = async (): Promise<unknown> =>
  (await database.source.query<{ actor: string; changes: Revision['changes'] }[]>(`SELECT actor, changes FROM revision WHERE conference_id = $1 ORDER BY revision`, [conference.id]));

describe('who runs the streams', () => {
  /** Processes that would, and what they did. */
  function leaders() {
    const told: string[] = [];
    const waiting = new Map<string, () => void>();
    const say = (word: string): void => {
      told.push(word);
      waiting.get(word)?.();
    };
    return {
      told,
      until: async (word: string): Promise<void> => (told.includes(word) ? undefined : await new Promise((resolve) => waiting.set(word, resolve))),
      aLeader: (name: string) => new StreamLeader(database.url, () => {
        say(`${name} begins`);
        return Promise.resolve(() => {
          say(`${name} ends`);
          return Promise.resolve();
        });
      }, { log: () => undefined, warn: () => undefined }),
    };
  }
  const LOCK = `locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND objid::bigint = hashtext('meridian streams')::bigint & 4294967295`;
  const holder = async (): Promise<number | undefined> => (await database.source.query<{ pid: number }[]>(`SELECT pid FROM pg_locks WHERE granted AND ${LOCK}`))[0]?.pid;
  const isWaitedFor = async (): Promise<boolean> => (await database.source.query<object[]>(`SELECT pid FROM pg_locks WHERE NOT granted AND ${LOCK}`)).length > 0;


  it('is one process at a time, and another one once that has stopped', async () => {
    const { told, until, aLeader } = leaders();
    const [one, other] = [aLeader('one'), aLeader('other')];
    one.start();
    await until('one begins');
    other.start();
    await one.stop();
    await until('other begins');
    expect([one.isLeading, other.isLeading]).toEqual([false, true]);
    await other.stop();
    expect(told).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
  });

  it('goes on without its connection, and ends where another process has the lock by then', async () => {
    const { told, until, aLeader } = leaders();
    const leader = aLeader('one');
    leader.start();
    await until('one begins');
    const held = await holder();
    await database.source.query(`SELECT pg_terminate_backend($1)`, [held]);
    for (let now = held; now === held || now === undefined; now = await holder());
    expect(told).toEqual(['one begins']);

    const rival = new pg.Client({ connectionString: database.url });
    await rival.connect();
    const got = rival.query(`SELECT pg_advisory_lock(hashtext('meridian streams'))`);
    while (!(await isWaitedFor()));
    await database.source.query(`SELECT pg_terminate_backend($1)`, [await holder()]);
    await got;
    await until('one ends');
    await rival.end();
    await leader.stop();
    expect(told.slice(0, 2)).toEqual(['one begins', 'one ends']);
  });
});

describe('what is to run', () => {
  it('is every channel of what has not ended, with secrets in clear and the run of show by time', async () => {
    const [hall, loft, programme] = [await aChannel('Hall'), await aChannel('Loft'), await aChannel(null)];
    const [rtmp, srt] = [newId<string>(), newId<string>()];
    const input = `INSERT INTO stream_input (id, conference_id, channel_id, role, kind, via, key_hash, passphrase_sealed, secret_at, port, latency_ms)`;
    await database.source.query(`${input} VALUES ($1, $2, $3, 'primary', 'rtmp', 'internet', '\\xabcd', NULL, now(), NULL, NULL)`, [rtmp, conference.id, hall]);
    await database.source.query(`${input} VALUES ($1, $2, $3, 'backup', 'srt', 'satellite', NULL, $4, now(), 10000, 800)`, [srt, conference.id, hall, sealing.seal('open sesame', passphraseContext(srt as never))]);
    await database.source.query(`INSERT INTO hand_over (id, conference_id, at, to_channel_id) VALUES (gen_random_uuid(), $1, '2026-11-24T10:00Z', $2), (gen_random_uuid(), $1, '2026-11-24T09:00Z', $3)`, [conference.id, loft, hall]);
    const setup = await readStreamSetup(database.source, sealing);
    expect(setup.stages.get(hall)).toEqual({
      kind: 'stage', id: hall, conferenceId: conference.id, conference: { title: expect.any(String), accent: null }, title: 'Hall', cityName: 'Lyon', zone: expect.any(String), languages: ['en'], state: 'off', choice: 'automatic', slides: false,
      inputs: [
        { id: rtmp, role: 'primary', kind: 'rtmp', keyHash: 'abcd', passphrase: null, port: null, latencyMs: null, group: null, url: null },
        { id: srt, role: 'backup', kind: 'srt', keyHash: null, passphrase: 'open sesame', port: 10_000, latencyMs: 800, group: null, url: null },
      ],
    });
    expect([setup.stages.get(loft)?.zone, setup.stages.get(loft)?.inputs]).toEqual(['Europe/Oslo', []]);
    expect(setup.programmes.get(programme)).toMatchObject({
      onAirChannelId: null, runOfShow: [{ at: Date.parse('2026-11-24T09:00Z'), to: hall }, { at: Date.parse('2026-11-24T10:00Z'), to: loft }],
    });
    await database.source.query(`UPDATE conference SET status = 'ended' WHERE id = $1`, [conference.id]);
    expect(await readStreamSetup(database.source, sealing)).toEqual({ stages: new Map(), programmes: new Map() });
  });
});

describe('what is on air', () => {
  it('is one revision for what changes together, only the last counts, and what is known is said no more', async () => {
    const [hall, programme] = [await aChannel('Hall'), await aChannel(null)];
    const said = new OnAirFacts(database.source);
    const { id } = conference;
    said.say(id, hall, { state: 'live', onAirChannelId: null });
    said.say(id, programme, { state: 'slate', onAirChannelId: null });
    said.say(id, programme, { state: 'live', onAirChannelId: hall });
    await said.settled();
    said.say(id, hall, { state: 'live', onAirChannelId: null });
    await said.settled();
    said.say(id, hall, { state: 'backup', onAirChannelId: null });
    said.say(id, newId(), { state: 'live', onAirChannelId: null });
    await said.settled();
    const turn = (channelId: string, from: string, to: string, was: string | null = null, is: string | null = null): object => ({
      change: 'channel.changed', channelId, from: { state: from, onAirChannelId: was }, to: { state: to, onAirChannelId: is },
    });
    expect(await facts()).toEqual([
      { actor: 'streams', changes: expect.arrayContaining([turn(hall, 'off', 'live'), turn(programme, 'off', 'live', null, hall)]) },
      { actor: 'streams', changes: [turn(hall, 'live', 'backup')] },
    ]);
    await said.stop();
  });
});
