import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { anApp, type As, type RunningApp } from '../../../test/support/an-app.js';
import { knownSealingKeys } from '../../../test/support/known-sealing-keys.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { Playback } from '../../contract/channel.js';
import { Admission, type Verdict } from './admission.js';
import { Revocations } from './revocations.js';

describe('who may watch', () => {
  let database: TestDatabase;
  /** Two processes with the same keys on one database. */
  let one: RunningApp;
  let other: RunningApp;
  let conference: BuiltConference;
  let base: string;
  const { environment } = knownSealingKeys();
  let stage: string;
  let publicStage: string;

  beforeAll(async () => {
    database = await aDatabase();
    [one, other] = [await anApp(database, { environment }), await anApp(database, { environment })];
  });
  afterAll(async () => {
    await one.close();
    await other.close();
    await database.drop();
  });
  beforeEach(async () => {
    conference = await aConference().withCity('Lyon').withRoom('Hall').withRoom('Foyer').withSession('Opening', { room: 'Hall', startsAt: '2026-11-24T09:00:00Z', speakers: ['Ada'] }).build(database.source);
    await database.source.query(`UPDATE conference SET registration = 'open' WHERE id = $1`, [conference.id]);
    base = `/api/conferences/${conference.slug}`;
    const added = async (room: string, access: string): Promise<string> =>
      (await one.ask<{ id: string }>('POST', `${base}/channels`, { kind: 'stage', roomId: conference.rooms[room], access })).body.id;
    stage = await added('Hall', 'registered');
    publicStage = await added('Foyer', 'public');
  });

  const asked = async (as: As, channel = stage, app = one) => await app.ask<Playback & { type?: string }>('POST', `${base}/channels/${channel}/playback`, undefined, as);
  const tokenOf = async (as: As, channel = stage): Promise<string> => {
    const { status, body } = await asked(as, channel);
    expect(status).toBe(200);
    return body.url.split('/')[3]!;
  };
  const verdicts = (token: string, channel = stage): Verdict[] => [one, other].map(({ app }) => app.get(Admission).check(token, channel));
  const anAttendee = async (): Promise<Person> => {
    const person = await aPerson(one.app);
    expect((await one.ask('PUT', `${base}/registration`, { venueId: null }, person)).status).toBe(200);
    return person;
  };
  /** Resolves when each process has heard of it; one may hear of something else before. */
  const revoked = async (token: string, channel = stage): Promise<void> => {
    for (const { app } of [one, other]) {
      while (app.get(Admission).check(token, channel) !== 'revoked') await new Promise<void>((resolve) => app.get(Revocations).onRevoked(resolve));
    }
  };

  it('gives anyone the addresses of a public channel, without saying who asked', async () => {
    const { status, body, headers } = await asked('nobody', publicStage);
    const [, , , token] = body.url.split('/');
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    const at = `/streams/play/${token}/${publicStage}`;
    expect(body).toEqual({ url: `${at}/main.m3u8`, plainUrl: `${at}/plain.m3u8`, audioOnlyUrl: `${at}/plain/audio-only.m3u8`, expiresAt: expect.any(String) });
    expect(Math.abs(Date.parse(body.expiresAt) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    expect([verdicts(token!, publicStage), verdicts(token!, stage)]).toEqual([['admitted', 'admitted'], ['other-channel', 'other-channel']]);
  });

  it('refuses another channel to who is not signed in, not registered, or waits for a second factor', async () => {
    const member = await aPerson(one.app, [{ role: 'moderator', conferenceId: conference.id }], { strong: false });
    const stranger = await aPerson(one.app, [{ role: 'organizer', conferenceId: (await aConference().withCity('Oslo').build(database.source)).id }]);
    const types = [];
    for (const as of ['nobody', await aPerson(one.app), stranger, member] as const) types.push((await asked(as)).body.type);
    expect(types).toEqual(['token-required', 'not-allowed', 'not-allowed', 'second-factor-required'].map((code) => `urn:meridian:problem:${code}`));
  });

  it('knows no channel of another conference, and none of a draft', async () => {
    const draft = await aConference().withCity('Oslo').withRoom('Loft').notYetPublished().build(database.source);
    const [{ id }] = await database.source.query<[{ id: string }]>(
      `INSERT INTO stream_channel (id, conference_id, kind, room_id, access) VALUES (gen_random_uuid(), $1, 'stage', $2, 'public') RETURNING id`, [draft.id, draft.rooms['Loft']]);
    expect((await one.ask('POST', `/api/conferences/${draft.slug}/channels/${id}/playback`, undefined, 'nobody')).status).toBe(404);
    expect((await asked('nobody', id)).status).toBe(404);
    expect((await one.ask('POST', `/api/conferences/${draft.slug}/channels/${id}/playback`)).status).toBe(200);
  });

  it('ends for an attendee in every process who cancels, and not for others', async () => {
    const [attendee, another] = [await anAttendee(), await anAttendee()];
    const [token, stays] = [await tokenOf(attendee), await tokenOf(another)];
    expect(verdicts(token)).toEqual(['admitted', 'admitted']);
    expect((await one.ask('DELETE', `${base}/registration`, undefined, attendee)).status).toBe(200);
    await revoked(token);
    expect([verdicts(token), verdicts(stays)]).toEqual([['revoked', 'revoked'], ['admitted', 'admitted']]);
    expect((await asked(attendee)).status).toBe(403);
  });

  it('ends with a ticket that the staff revokes, and begins again with a new one', async () => {
    const attendee = await anAttendee();
    const token = await tokenOf(attendee);
    const { body: ticket } = await one.ask<{ id: string }>('GET', `${base}/ticket`, undefined, attendee);
    await one.ask('POST', `${base}/tickets/${ticket.id}/revocation`);
    await revoked(token);
    expect(verdicts(token)).toEqual(['revoked', 'revoked']);
    expect((await asked(attendee)).body.type).toBe('urn:meridian:problem:not-allowed');
    await one.ask('POST', `${base}/ticket/replacement`, undefined, attendee);
    expect(verdicts(await tokenOf(attendee))).toEqual(['admitted', 'admitted']);
  });

  it('ends with a role, with being the speaker, and with the account', async () => {
    const member = await aPerson(one.app, [{ role: 'moderator', conferenceId: conference.id }]);
    const speaker = await aPerson(one.app);
    await database.source.query(`UPDATE speaker SET account_id = $2 WHERE id = $1`, [conference.speakers['Ada'], speaker.accountId]);
    const attendee = await anAttendee();
    const held = [await tokenOf(member), await tokenOf(speaker), await tokenOf(attendee)];
    expect(held.map((token) => verdicts(token))).toEqual(Array(3).fill(['admitted', 'admitted']));
    await database.source.query(`DELETE FROM membership WHERE account_id = $1`, [member.accountId]);
    await database.source.query(`UPDATE speaker SET account_id = NULL WHERE id = $1`, [conference.speakers['Ada']]);
    await one.ask('POST', '/api/me/erasure', {}, attendee);
    for (const token of held) await revoked(token);
    expect(held.map((token) => verdicts(token))).toEqual(Array(3).fill(['revoked', 'revoked']));
  });

  it('ends for who watched as anyone when the channel is no longer public', async () => {
    const token = await tokenOf('nobody', publicStage);
    await one.ask('PATCH', `${base}/channels/${publicStage}`, { access: 'registered' });
    await revoked(token, publicStage);
    expect(verdicts(token, publicStage)).toEqual(['revoked', 'revoked']);
    expect((await asked('nobody', publicStage)).status).toBe(401);
  });

  it('stays ended for a process that starts afterwards', async () => {
    const attendee = await anAttendee();
    const token = await tokenOf(attendee);
    await one.ask('DELETE', `${base}/registration`, undefined, attendee);
    const third = await anApp(database, { environment });
    expect(third.app.get(Admission).check(token, stage)).toBe('revoked');
    await third.close();
  });
});
