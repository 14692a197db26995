import { aConference, type BuiltConference } from '../../../test/support/a-conference.js';
import { aPerson, type Person } from '../../../test/support/a-person.js';
import { aSpeaker } from '../../../test/support/a-speaker.js';
import { anApp, type AnyBody, type RunningApp } from '../../../test/support/an-app.js';
import { aDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import type { SessionId } from '../../contract/ids.js';
import type { MySlot, SpeakerAnswers } from '../../contract/speaking.js';
import { speakersToAskAgain } from './speakers-to-ask-again.queries.js';

let database: TestDatabase;
let running: RunningApp;
let held: BuiltConference;
let amina: Person;
let organizer: Person;

beforeAll(async () => {
  database = await aDatabase();
  running = await anApp(database);
});
afterAll(async () => {
  await running.close();
  await database.drop();
});

beforeEach(async () => {
  held = await aConference()
    .withCity('Lyon').withRoom('Hall').withRoom('Studio').withCity('Oslo', 'Europe/Oslo').withRoom('Loft')
    .withSession('Tides', { room: 'Hall', startsAt: '2027-11-24T09:00:00Z', speakers: ['Amina', 'Bo'] })
    .withSession('Radio', { room: 'Studio', startsAt: '2027-11-24T11:00:00Z', speakers: ['Amina'] })
    .withSession('Night', { room: 'Loft', startsAt: '2027-11-24T20:00:00Z', speakers: ['Bo'] })
    .build(database.source);
  amina = await aSpeaker(running.app, held.speakers['Amina']);
  organizer = await aPerson(running.app, [{ role: 'organizer', conferenceId: held.id }]);
});

const base = (): string => `/api/conferences/${held.slug}`;
const slotsIn = (body: AnyBody): Record<string, MySlot> => Object.fromEntries((body['slots'] as unknown as MySlot[]).map((slot) => [slot.title, slot]));
const mySlots = async (who = amina): Promise<Record<string, MySlot>> => slotsIn((await running.ask('GET', `${base()}/my-slots`, undefined, who)).body);
const answer = async (title: string, body: object, who = amina) => await running.ask('POST', `${base()}/my-slots/${held.sessions[title]}/answer`, body, who);
const NINE = { startsAt: '2027-11-24T09:00:00.000Z' };
const ELEVEN = { startsAt: '2027-11-24T11:00:00.000Z' };
const change = async (body: object): Promise<void> => {
  expect((await running.ask('POST', `${base()}/live-changes`, body)).status).toBe(201);
};
const answers = async (who: Person): Promise<SpeakerAnswers[]> =>
  (await running.ask('GET', `${base()}/speakers/answers`, undefined, who)).body['speakers'] as unknown as SpeakerAnswers[];

it('shows a speaker their own published slots, with who else is there and what to know', async () => {
  await running.ask('PUT', `${base()}/sessions/${held.sessions['Tides']}/technical-note`, { text: 'Two microphones' }, organizer);
  await running.ask('PUT', `${base()}/rooms/${held.rooms['Hall']}/technical-note`, { text: 'HDMI only' }, organizer);
  const slots = await mySlots();
  expect(Object.keys(slots)).toEqual(['Tides', 'Radio']);
  expect(slots['Tides']).toMatchObject({
    ...NINE, room: 'Hall', venue: 'Venue of Lyon', city: 'Lyon', zone: 'Europe/Paris',
    others: [{ name: 'Bo', role: 'speaker' }],
    technicalNotes: [{ about: 'session', text: 'Two microphones' }, { about: 'room', text: 'HDMI only' }],
    answer: { state: 'asked', again: false, last: null },
  });
});

describe('an answer', () => {
  it('confirms, declines with a reason, asks for a change, and is taken back one by one', async () => {
    expect(slotsIn((await answer('Tides', { state: 'confirmed', ...NINE })).body)['Tides']?.answer.state).toBe('confirmed');
    await answer('Tides', { state: 'change-requested', reason: 'An hour later, please', ...NINE });
    expect((await mySlots())['Tides']?.answer).toMatchObject({ state: 'change-requested', last: { reason: 'An hour later, please' } });
    const undone = await running.ask('DELETE', `${base()}/my-slots/${held.sessions['Tides']}/answer`, undefined, amina);
    expect(slotsIn(undone.body)['Tides']?.answer.state).toBe('confirmed');
    await running.ask('DELETE', `${base()}/my-slots/${held.sessions['Tides']}/answer`, undefined, amina);
    const nothingLeft = await running.ask('DELETE', `${base()}/my-slots/${held.sessions['Tides']}/answer`, undefined, amina);
    expect([nothingLeft.status, (await mySlots())['Tides']?.answer.state]).toEqual([409, 'asked']);
  });

  it.each([
    ['a refusal without a reason', { state: 'declined', reason: ' ', ...NINE }, 400, '/reason'],
    ['an answer that does not exist', { state: 'perhaps', ...NINE }, 400, '/state'],
  ])('refuses %s beside its field', async (_name, body, status, path) => {
    expect((await answer('Tides', body)).body).toMatchObject({ status, errors: [{ path }] });
  });

  it('refuses another speaker’s slot by id, a foreign conference’s, and who is no speaker', async () => {
    const elsewhere = await aConference().withCity('Rome').withRoom('Sala').withSession('Roma', { room: 'Sala', startsAt: '2027-11-24T09:00:00Z', speakers: ['Carla'] }).build(database.source);
    const to = async (slug: string, id: string | undefined, who: Person | 'nobody' | 'administrator') =>
      (await running.ask('POST', `/api/conferences/${slug}/my-slots/${id}/answer`, { state: 'confirmed', ...NINE }, who)).body['type'] as unknown;
    expect(await to(held.slug, held.sessions['Night'], amina)).toBe('urn:meridian:problem:not-found');
    expect(await to(held.slug, elsewhere.sessions['Roma'], amina)).toBe('urn:meridian:problem:not-found');
    expect(await to(elsewhere.slug, elsewhere.sessions['Roma'], amina)).toBe('urn:meridian:problem:not-allowed');
    expect(await to(held.slug, held.sessions['Tides'], organizer)).toBe('urn:meridian:problem:not-allowed');
    expect(await to(held.slug, held.sessions['Tides'], 'administrator')).toBe('urn:meridian:problem:not-found');
    expect(await to(held.slug, held.sessions['Tides'], 'nobody')).toBe('urn:meridian:problem:token-required');
    expect(await database.source.query(`SELECT 1 FROM slot_answer WHERE conference_id = ANY($1)`, [[held.id, elsewhere.id]])).toEqual([]);
  });

  it('is not given to a time that the speaker did not see', async () => {
    await change({ change: 'delay', sessionId: held.sessions['Tides'], minutes: 5 });
    expect((await answer('Tides', { state: 'confirmed', ...NINE })).body['type']).toBe('urn:meridian:problem:conflict');
  });

  it('outlives an edit of the session’s people', async () => {
    await answer('Tides', { state: 'confirmed', ...NINE });
    const appearances = [{ speakerId: held.speakers['Amina'] }];
    expect((await running.ask('PATCH', `${base()}/sessions/${held.sessions['Tides']}`, { appearances })).status).toBe(200);
    expect((await mySlots())['Tides']?.answer.state).toBe('confirmed');
  });
});

describe('a published slot that moves', () => {
  beforeEach(async () => {
    await answer('Tides', { state: 'confirmed', ...NINE });
    await answer('Radio', { state: 'declined', reason: 'My train leaves at ten', ...ELEVEN });
  });
  const asked = async (): Promise<unknown[]> =>
    (await speakersToAskAgain(database.source.manager, held.id, Object.values<SessionId>(held.sessions))).map(({ speakerId, sessionId }) => [speakerId, sessionId]);

  it('keeps the answer up to the conference’s limit, and asks again beyond it, small moves added up', async () => {
    await change({ change: 'delay', sessionId: held.sessions['Tides'], minutes: 15 });
    expect((await mySlots())['Tides']?.answer).toMatchObject({ state: 'confirmed', again: false });
    expect(await asked()).toEqual([]);
    await change({ change: 'delay', sessionId: held.sessions['Tides'], minutes: 1 });
    expect((await mySlots())['Tides']?.answer).toMatchObject({ state: 'asked', again: true, last: { state: 'confirmed', ...NINE } });
    expect(await asked()).toEqual([[held.speakers['Amina'], held.sessions['Tides']]]);
    await answer('Tides', { state: 'confirmed', startsAt: '2027-11-24T09:16:00.000Z' });
    expect((await mySlots())['Tides']?.answer).toMatchObject({ state: 'confirmed', again: false });
  });

  it('asks again in another city, and not in another room of the same', async () => {
    await change({ change: 'move', sessionId: held.sessions['Tides'], roomId: held.rooms['Studio'] });
    expect((await mySlots())['Tides']?.answer.state).toBe('confirmed');
    await change({ change: 'move', sessionId: held.sessions['Tides'], roomId: held.rooms['Loft'] });
    expect((await mySlots())['Tides']).toMatchObject({ city: 'Oslo', zone: 'Europe/Oslo', answer: { state: 'asked', again: true } });
  });

  it('asks again by a release, too', async () => {
    const target = { roomId: held.rooms['Studio'], startsAt: '2027-11-24T14:00:00Z', endsAt: '2027-11-24T14:30:00Z' };
    await running.ask('PUT', `${base()}/sessions/${held.sessions['Radio']}/slot`, target);
    expect((await mySlots())['Radio']?.answer.state).toBe('declined');
    await running.ask('POST', `${base()}/releases`, {});
    expect((await mySlots())['Radio']?.answer).toMatchObject({ state: 'asked', again: true });
  });
});

describe('what organizers see', () => {
  beforeEach(async () => {
    await answer('Radio', { state: 'declined', reason: 'A private matter', ...ELEVEN });
  });

  it('is each speaker’s state, with the reason', async () => {
    const all = await answers(organizer);
    expect(all.map((speaker) => [speaker.name, speaker.account, speaker.slots.map((slot) => [slot.title, slot.state, slot.reason])])).toEqual([
      ['Amina', 'joined', [['Tides', 'asked', ''], ['Radio', 'declined', 'A private matter']]],
      ['Bo', 'none', [['Tides', 'asked', ''], ['Night', 'asked', '']]],
    ]);
  });

  it('is to a city host their own city only', async () => {
    const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: held.id, cityId: held.cities['Oslo'] }]);
    expect((await answers(host)).map((speaker) => [speaker.name, speaker.slots.map((slot) => slot.title)])).toEqual([['Bo', ['Night']]]);
  });

  it('is nobody else’s: not a co-speaker’s, not the agenda’s', async () => {
    const bo = await aSpeaker(running.app, held.speakers['Bo']);
    expect((await running.ask('GET', `${base()}/speakers/answers`, undefined, bo)).status).toBe(403);
    for (const path of ['my-slots', 'agenda', 'agenda/texts', 'sessions', 'exports/schedule.json']) {
      expect(JSON.stringify((await running.ask('GET', `${base()}/${path}`, undefined, bo)).body)).not.toContain('A private matter');
    }
  });
});

describe('technical notes', () => {
  it('are written by a city host in their city, and by crew in their venue, and nowhere else', async () => {
    const host = await aPerson(running.app, [{ role: 'city-host', conferenceId: held.id, cityId: held.cities['Oslo'] }]);
    const put = async (path: string, who: Person): Promise<number> => (await running.ask('PUT', `${base()}/${path}/technical-note`, { text: 'Bring an adapter' }, who)).status;
    expect([await put(`rooms/${held.rooms['Loft']}`, host), await put(`sessions/${held.sessions['Night']}`, host)]).toEqual([200, 200]);
    expect([await put(`rooms/${held.rooms['Hall']}`, host), await put(`sessions/${held.sessions['Tides']}`, host)]).toEqual([403, 403]);
    expect(await put(`rooms/${held.rooms['Hall']}`, amina)).toBe(403);
    const foreign = await aConference().withCity('Rome').withRoom('Sala').build(database.source);
    expect(await put(`rooms/${foreign.rooms['Sala']}`, organizer)).toBe(404);
  });
});
