import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { anApp, type AnyBody, type RunningApp } from '../../../test/support/an-app.js';
import { caughtUp } from '../../../test/support/caught-up.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { Agenda } from '../../contract/agenda.js';
import type { Revision } from '../../contract/changes.js';
import type { HandOver } from '../../contract/streams.js';

describe('the run of show', () => {
  let database: TestDatabase;
  let running: RunningApp;
  let conference: BuiltConference;
  let base: string;
  let programme: string;
  let [lyon, oslo] = ['', ''];

  beforeAll(async () => {
    database = await aDatabase();
    running = await anApp(database);
  });
  afterAll(async () => {
    await running.close();
    await database.drop();
  });
  beforeEach(async () => {
    conference = await aConference().withCity('Lyon').withRoom('Hall').withCity('Oslo').withRoom('Loft').build(database.source);
    base = `/api/conferences/${conference.slug}`;
    const added = async (body: object): Promise<string> => (await running.ask<{ id: string }>('POST', `${base}/channels`, body)).body.id;
    lyon = await added({ kind: 'stage', roomId: conference.rooms['Hall'] });
    oslo = await added({ kind: 'stage', roomId: conference.rooms['Loft'] });
    programme = await added({ kind: 'programme' });
  });

  const ask = async (method: 'GET' | 'PUT' | 'POST', path: string, body?: object) => await running.ask<AnyBody & { items: HandOver[] }>(method, `${base}/programme/${path}`, body);
  const inAnHour = (minutes = 0): string => new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000 + minutes * 60_000).toISOString();
  const said = ({ items }: { items: HandOver[] }): unknown => items.map(({ at, to }) => ({ at, to }));

  it('is written as a whole, by time, and read by all of the staff', async () => {
    const [first, second, third] = [inAnHour(), inAnHour(30), inAnHour(60)];
    const { status, body } = await ask('PUT', 'run-of-show', { items: [{ at: second, to: oslo }, { at: first, to: lyon }, { at: third, to: null }] });
    const show = [{ at: first, to: lyon }, { at: second, to: oslo }, { at: third, to: null }];
    expect([status, said(body)]).toEqual([200, show]);
    expect(said((await ask('PUT', 'run-of-show', { items: show.slice(1) })).body)).toEqual(show.slice(1));
    expect(said((await ask('GET', 'run-of-show')).body)).toEqual(show.slice(1));
  });

  it('hands over at once, tells everyone by one revision, and keeps what is planned and what was', async () => {
    const later = inAnHour();
    await ask('PUT', 'run-of-show', { items: [{ at: later, to: oslo }] });
    const first = (await ask('POST', 'hand-over', { to: lyon })).body;
    expect(first.items.map(({ to }) => to)).toEqual([lyon, oslo]);
    expect(Math.abs(Date.parse(first.items[0]!.at) - Date.now())).toBeLessThan(60_000);
    await ask('POST', 'hand-over', { to: null });
    const kept = await ask('PUT', 'run-of-show', { items: [] });
    expect(kept.body.items.map(({ to }) => to)).toEqual([lyon, null]);

    await caughtUp(running, conference);
    const { body } = await running.ask<{ revisions: Revision[] }>('GET', `${base}/agenda/changes?since=3`, undefined, 'nobody');
    const turn = (from: string | null, to: string | null): object => ({
      change: 'channel.changed', channelId: programme, from: { state: 'off', onAirChannelId: from }, to: { state: 'off', onAirChannelId: to },
    });
    expect(body.revisions.map(({ changes }) => changes)).toEqual([[turn(null, lyon)], [turn(lyon, null)]]);
  });

  it('no longer shows a stage that is removed', async () => {
    await ask('PUT', 'run-of-show', { items: [{ at: inAnHour(), to: lyon }] });
    await ask('POST', 'hand-over', { to: lyon });
    await running.ask('DELETE', `${base}/channels/${lyon}`);
    expect((await ask('GET', 'run-of-show')).body.items).toEqual([]);
    await caughtUp(running, conference);
    const { body } = await running.ask<Agenda>('GET', `${base}/agenda`, undefined, 'nobody');
    expect(body.channels[programme]).toMatchObject({ onAirChannelId: null });
  });

  it('refuses the past, two at one instant, and what is no stage of the conference, and changes nothing', async () => {
    const other = await aConference().withCity('Quito').withRoom('Dome').build(database.source);
    const foreign = (await running.ask<{ id: string }>('POST', `/api/conferences/${other.slug}/channels`, { kind: 'stage', roomId: other.rooms['Dome'] })).body.id;
    const at = inAnHour();
    await ask('PUT', 'run-of-show', { items: [{ at, to: lyon }] });
    const refused = async (...items: object[]): Promise<unknown> => {
      const { status, body } = await ask('PUT', 'run-of-show', { items });
      return [status, body['errors']?.[0]?.['path']];
    };
    expect(await refused({ at: inAnHour(5), to: lyon }, { at: '2020-01-01T00:00:00Z', to: lyon })).toEqual([400, '/items/1/at']);
    expect(await refused({ at, to: lyon }, { at: at.replace('Z', '+00:00'), to: oslo })).toEqual([400, '/items']);
    expect(await refused({ at, to: foreign })).toEqual([404, '/items/0/to']);
    expect(await refused({ at, to: programme })).toEqual([404, '/items/0/to']);
    expect((await ask('POST', 'hand-over', { to: foreign })).status).toBe(404);
    expect(said((await ask('GET', 'run-of-show')).body)).toEqual([{ at, to: lyon }]);
  });
});
