import { readdir } from 'node:fs/promises';
import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aRecordedStage, type RecordedStage } from '../../../test/support/a-recorded-stage.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { caughtUp } from '../../../test/support/caught-up.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { LiveChannels } from '../channels/live-channels.js';
import { RemoveLeftovers } from './remove-leftovers.js';

const at = (time: string): string => `2026-11-24T${time}Z`;
/** Five tracks, each with a whole file a segment. */
const TRACKS = 5;

describe('the recorder', () => {
  let database: TestDatabase;
  let running: RunningApp;
  let conference: BuiltConference;
  let stage: RecordedStage;
  let base: string;

  beforeAll(async () => {
    database = await aDatabase();
    running = await anApp(database, { environment: { MERIDIAN_RECORDINGS_MAX_GB: '0.00005' } });
  });
  afterAll(async () => {
    await running.close();
    await database.drop();
  });
  beforeEach(async () => {
    await database.source.query(`DELETE FROM conference`);
    await running.app.get(RemoveLeftovers).run();
    conference = await aConference().withCity('Lyon').withRoom('Hall').withRoom('Foyer')
      .withSession('Opening', { room: 'Hall', startsAt: at('09:00:00') }).withSession('Second', { room: 'Hall', startsAt: at('09:30:00') }).build(database.source);
    base = `/api/conferences/${conference.slug}`;
    stage = await aRecordedStage(running, conference.slug, conference.rooms['Hall']!);
  });

  const files = async (): Promise<string[]> => {
    const { recordings: { folder } } = running.app.get<Configuration>(CONFIGURATION);
    const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  };
  const change = async (body: object): Promise<unknown> => expect((await running.ask('POST', `${base}/live-changes`, body)).status).toBe(201);
  const choose = async (session: string, wanted: boolean | null): Promise<unknown> =>
    expect((await running.ask('PUT', `${base}/sessions/${conference.sessions[session]}/recording`, { wanted })).status).toBe(204);
  const states = async (): Promise<unknown> => (await stage.list()).map(({ title, state, startsAt, endsAt }) => [title, state, startsAt.slice(11, 19), endsAt?.slice(11, 19) ?? null]);

  it('keeps all tracks of what is sent while a session is on, and its margins, and ends when it ends', async () => {
    await stage.sends(at('08:58:00'), 10);
    expect([await states(), await files()]).toEqual([[], []]);
    await stage.sends(at('08:59:50'), 20);
    expect(await states()).toEqual([['Opening', 'recording', '08:59:50', null]]);
    const [first] = await stage.list();
    expect(first).toMatchObject({ sessionId: conference.sessions['Opening'], channelId: stage.channelId, access: 'registered', failure: null, length: 19.2 });
    // and an init segment for each track
    expect((await files()).length).toBe(20 * TRACKS + TRACKS);
    await stage.looks(at('09:30:22'));
    expect(await states()).toEqual([['Opening', 'recording', '08:59:50', null]]);
    await stage.looks(at('09:30:23'));
    expect(await states()).toEqual([['Opening', 'ready', '08:59:50', '09:30:20']]);
  });

  it('keeps what two sessions share once', async () => {
    await stage.sends(at('09:29:50'), 20);
    expect((await stage.list()).map(({ title, length }) => [title, length])).toEqual([['Opening', 19.2], ['Second', 19.2]]);
    expect((await files()).length).toBe(20 * TRACKS + TRACKS);
  });

  it('ends with the session as it really was: extended, shortened, cancelled or moved away', async () => {
    const opening = conference.sessions['Opening'];
    await stage.sends(at('09:10:00'), 5);
    await change({ change: 'extend', sessionId: opening, minutes: -15 });
    await stage.looks(at('09:15:24'));
    expect(await states()).toEqual([['Opening', 'ready', '09:10:00', '09:15:20']]);

    await stage.sends(at('09:40:00'), 5);
    await change({ change: 'extend', sessionId: conference.sessions['Second'], minutes: 10 });
    await stage.looks(at('10:00:30'));
    expect((await states() as unknown[])[0]).toEqual(['Second', 'recording', '09:40:00', null]);
    await change({ change: 'cancel', sessionId: conference.sessions['Second'] });
    await stage.looks(at('10:01:00'));
    expect((await states() as unknown[])[0]).toEqual(['Second', 'ready', '09:40:00', '10:01:00']);
  });

  it('ends when the session goes to another room', async () => {
    await stage.sends(at('09:10:00'), 5);
    await change({ change: 'move', sessionId: conference.sessions['Opening'], roomId: conference.rooms['Foyer'] });
    await stage.looks(at('09:11:00'));
    expect(await states()).toEqual([['Opening', 'ready', '09:10:00', '09:11:00']]);
  });

  it('records nothing where that was not wanted: by the stage, by the session, in safety mode', async () => {
    await running.ask('PUT', `${base}/channels/${stage.channelId}/recording`, { recording: 'off' });
    await stage.sends(at('09:10:00'), 5);
    expect([await states(), await files()]).toEqual([[], []]);
    await running.ask('PUT', `${base}/channels/${stage.channelId}/recording`, { recording: 'keep' });
    await choose('Opening', false);
    await stage.sends(at('09:11:00'), 5);
    expect(await files()).toEqual([]);
    await choose('Opening', null);
    await running.ask('PATCH', base, { safetyMode: true });
    await stage.sends(at('09:12:00'), 5);
    expect(await files()).toEqual([]);
    await choose('Opening', true);
    await stage.sends(at('09:13:00'), 5);
    expect(await states()).toEqual([['Opening', 'recording', '09:13:00', null]]);
  });

  it('never keeps the beginning of a session that must not be recorded', async () => {
    await choose('Second', false);
    await stage.sends(at('09:29:55'), 30);
    // the last one begins at 09:29:59.8
    expect((await stage.list()).map(({ title, length }) => [title, length])).toEqual([['Opening', 5.76]]);
    await stage.looks(at('09:30:04'));
    expect(await states()).toEqual([['Opening', 'ready', '09:29:55', '09:30:00']]);
  });

  it('removes what it has of a session when that is no longer to be recorded', async () => {
    await stage.sends(at('09:10:00'), 5);
    await choose('Opening', false);
    await stage.looks(at('09:10:10'));
    await running.app.get(RemoveLeftovers).run();
    expect([await states(), await files()]).toEqual([[], []]);
  });

  it('publishes at once where its stage is set to', async () => {
    await running.ask('PUT', `${base}/channels/${stage.channelId}/recording`, { recording: 'publish' });
    await stage.sends(at('09:10:00'), 5);
    await stage.looks(at('09:30:24'));
    const { id } = (await stage.list())[0]!;
    await caughtUp(running, conference);
    const { body: { sessions } } = await running.ask<{ sessions: Record<string, { replayId: string | null }> }>('GET', `${base}/agenda`, undefined, 'nobody');
    expect([await states(), sessions[conference.sessions['Opening']!]?.replayId]).toEqual([[['Opening', 'published', '09:10:00', '09:30:20']], id]);
  });

  it('stops where recordings reach their limit, tells it, and the stream goes on', async () => {
    // 50,000 bytes may be kept
    await stage.sends(at('09:01:00'), 200);
    const { state, failure, length, bytes } = (await stage.list())[0]!;
    expect([state, failure, length > 0, bytes <= 50_000]).toEqual(['failed', 'over-limit', true, true]);
    expect(await database.source.query(`SELECT what, details FROM stream_event WHERE channel_id = $1`, [stage.channelId])).toEqual([{ what: 'recording-failed', details: { failure: 'over-limit' } }]);
    const entries = (): number => running.app.get(LiveChannels).get(stage.channelId)!.state.nextSequence;
    const before = entries();
    await stage.sends(at('09:05:00'), 5);
    expect([entries() - before, (await stage.list())[0]!.bytes]).toEqual([5, bytes]);
    // what was kept until then can be shown
    expect((await running.ask('POST', `${base}/recordings/${(await stage.list())[0]!.id}/publish`)).body).toMatchObject({ state: 'published', failure: 'over-limit' });
  });

  it('leaves no file behind when the conference is removed', async () => {
    await stage.sends(at('09:10:00'), 5);
    expect((await files()).length).toBe(5 * TRACKS + TRACKS);
    await database.source.query(`DELETE FROM conference`);
    await running.app.get(RemoveLeftovers).run();
    expect([await files(), await database.source.query(`SELECT 1 FROM recorded_segment`)]).toEqual([[], []]);
  });
});
