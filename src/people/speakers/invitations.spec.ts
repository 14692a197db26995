import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { aSpeaker } from '../../../test/support/a-speaker.js';
import { anApp, type RunningApp } from '../../../test/support/an-app.js';
import { jobsAtRest } from '../../../test/support/jobs-at-rest.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { SEALING, type Sealing } from '../../platform/sealing/sealing.js';
import { hashSecret } from '../accounts/secrets.js';
import { acceptSpeakerInvitation, type SpeakerInvitationRow } from './accept-speaker-invitation.js';
import { sendDueReminders } from './send-due-reminders.js';

let database: TestDatabase;
let running: RunningApp;
let held: BuiltConference;
let organizer: Person;

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
  await jobsAtRest(running);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.now() + 10 * DAY;

beforeEach(async () => {
  await database.source.query(`DELETE FROM conference`);
  await database.source.query(`DELETE FROM mail`);
  held = await aConference()
    .withCity('Lyon').withRoom('Hall').withRoom('Studio')
    .withSession('Tides', { room: 'Hall', startsAt: new Date(START).toISOString(), speakers: ['Amina', 'Bo'] })
    .build(database.source);
  organizer = await aPerson(running.app, [{ role: 'organizer', conferenceId: held.id }]);
});

const base = (): string => `/api/conferences/${held.slug}/speakers`;
const invite = async (name: string, email: string, who: Person = organizer): Promise<number> =>
  (await running.ask('POST', `${base()}/${held.speakers[name]}/invitation`, { email }, who)).status;
const sealing = (): Sealing => running.app.get<Sealing>(SEALING);

interface Mail {
  email: string;
  template: string;
  params: { link: string; slots?: { title: string }[] };
}

async function mails(): Promise<Mail[]> {
  const rows = await database.source.query<{ id: string; email_sealed: Buffer; template: string; params_sealed: Buffer }[]>(
    `SELECT id, email_sealed, template, params_sealed FROM mail ORDER BY created_at, id`,
  );
  return rows.map((row) => ({
    email: sealing().open(row.email_sealed, `mail.email:${row.id}`),
    template: row.template,
    params: JSON.parse(sealing().open(row.params_sealed, `mail.params:${row.id}`)) as Mail['params'],
  }));
}

/** As the route that accepts invitations does, once it knows who opened the link. */
async function accept(link: string, person: Person): Promise<boolean> {
  const secret = new URL(link).pathname.split('/').at(-1) ?? '';
  return await database.source.transaction(async (tx) => {
    const [row] = await tx.query<SpeakerInvitationRow[]>(
      `SELECT id, conference_id AS "conferenceId", speaker_id AS "speakerId" FROM invitation
       WHERE token_hash = $1 AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > now() FOR UPDATE`,
      [hashSecret(secret)],
    );
    if (row === undefined) return false;
    await acceptSpeakerInvitation(tx, row, person.accountId);
    return true;
  });
}

const account = async (name: string): Promise<unknown> => {
  const { body } = await running.ask('GET', `${base()}/answers`, undefined, organizer);
  return (body['speakers'] as unknown as { name: string; account: string }[]).find((speaker) => speaker.name === name)?.account;
};

describe('an invitation', () => {
  it('goes by mail, and makes whoever opens it this speaker, once', async () => {
    expect([await invite('Amina', 'amina@example.org'), await account('Amina')]).toEqual([204, 'invited']);
    const [mail] = await mails();
    expect(mail).toMatchObject({ email: 'amina@example.org', template: 'speaker-invitation' });
    const amina = await aPerson(running.app, [], { strong: false });
    expect((await running.ask('GET', `/api/conferences/${held.slug}/my-slots`, undefined, amina)).status).toBe(403);
    expect(await accept(mail!.params.link, amina)).toBe(true);
    expect((await running.ask('GET', `/api/conferences/${held.slug}/my-slots`, undefined, amina)).status).toBe(200);
    expect([await accept(mail!.params.link, await aPerson(running.app)), await account('Amina')]).toEqual([false, 'joined']);
    expect(await invite('Amina', 'other@example.org')).toBe(409);
  });

  it('is sent again as a new link, and the old one stops working', async () => {
    await invite('Bo', 'bo@example.org');
    expect((await running.ask('POST', `${base()}/${held.speakers['Bo']}/invitation/resend`, undefined, organizer)).status).toBe(204);
    const [first, second] = await mails();
    const bo = await aPerson(running.app);
    expect(second?.email).toBe('bo@example.org');
    expect([await accept(first!.params.link, bo), await accept(second!.params.link, bo)]).toEqual([false, true]);
    const again = await running.ask('POST', `${base()}/${held.speakers['Bo']}/invitation/resend`, undefined, organizer);
    expect(again.body['type']).toBe('urn:meridian:problem:conflict');
  });

  it('does not make one account two speakers', async () => {
    const person = await aSpeaker(running.app, held.speakers['Bo']);
    await invite('Amina', 'amina@example.org');
    const [mail] = await mails();
    await expect(accept(mail!.params.link, person)).rejects.toThrow('You are Bo at this conference already.');
  });

  it('is the organizers’ to send, in their own conference, and is kept without the address in clear', async () => {
    const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: held.id, cityId: held.cities['Lyon'] }]);
    const foreign = await aConference().withCity('Rome').withRoom('Sala').withSession('Roma', { room: 'Sala', startsAt: '2027-01-01T09:00:00Z', speakers: ['Carla'] }).build(database.source);
    expect([await invite('Amina', 'a@example.org', host), await invite('Amina', 'no address')]).toEqual([403, 400]);
    expect((await running.ask('POST', `${base()}/${foreign.speakers['Carla']}/invitation`, { email: 'a@example.org' }, organizer)).status).toBe(404);
    await invite('Amina', 'kept.secret@example.org');
    const [{ text }] = await database.source.query(
      `SELECT string_agg(i::text, ' ') || (SELECT string_agg(m::text, ' ') FROM mail m) || (SELECT string_agg(e::text, ' ') FROM audit_entry e) AS text FROM invitation i`,
    );
    expect(text).not.toContain('kept.secret');
    expect(text).not.toContain(Buffer.from('kept.secret').toString('hex'));
  });
});

describe('reminders', () => {
  const remind = async (body: object = {}) => (await running.ask('POST', `${base()}/reminders`, body, organizer)).body;
  const due = async (at: number): Promise<number> =>
    await sendDueReminders(database.source, { sealing: sealing(), configuration: running.app.get<Configuration>(CONFIGURATION) }, new Date(at));

  it('go to all who have not answered, once a day, whoever presses', async () => {
    const amina = await aSpeaker(running.app, held.speakers['Amina']);
    const both = await Promise.all([remind(), remind()]);
    expect(both.map((receipt) => Number(receipt['reminded'])).sort()).toEqual([0, 1]);
    expect(both[0]).toMatchObject({ unreachable: 1 });
    expect(await mails()).toMatchObject([{ email: amina.email, template: 'speaker-reminder', params: { slots: [{ title: 'Tides' }], link: expect.stringContaining(`/${held.slug}/speak`) } }]);
    const startsAt = new Date(START).toISOString();
    await running.ask('POST', `/api/conferences/${held.slug}/my-slots/${held.sessions['Tides']}/answer`, { state: 'confirmed', startsAt }, amina);
    await database.source.query(`UPDATE speaker_reminder SET reminded_at = now() - interval '2 days'`);
    expect(await remind()).toEqual({ reminded: 0, waiting: 0, unreachable: 1 });
  });

  it('to one who has not joined are their invitation again', async () => {
    await invite('Bo', 'bo@example.org');
    expect(await remind({ speakerId: held.speakers['Bo'] })).toEqual({ reminded: 1, waiting: 0, unreachable: 0 });
    expect((await mails()).map((mail) => mail.template)).toEqual(['speaker-invitation', 'speaker-invitation']);
  });

  it('go by the conference’s schedule, each once', async () => {
    await aSpeaker(running.app, held.speakers['Amina']);
    expect((await running.ask('GET', `${base()}/reminder-schedule`, undefined, organizer)).body).toEqual({ daysBefore: [21, 7, 2] });
    await running.ask('PUT', `${base()}/reminder-schedule`, { daysBefore: [1, 5, 5] }, organizer);
    expect([await due(START - 5 * DAY - HOUR), await due(START - 5 * DAY), await due(START - 4 * DAY), await due(START - DAY), await due(START - HOUR)]).toEqual([0, 1, 0, 1, 0]);
    await running.ask('PUT', `${base()}/reminder-schedule`, { daysBefore: [] }, organizer);
    await database.source.query(`DELETE FROM speaker_reminder`);
    expect(await due(START - DAY)).toBe(0);
  });
});
