import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import type { Agenda, AgendaSession, AgendaTexts } from '../../src/contract/agenda.js';
import { DEMO_SLUG, seedDemo } from '../../src/demo/seed-demo.js';
import { aConference } from '../support/a-conference.js';
import { aHouse, type House } from '../support/a-house.js';
import { aVisitor, type Device, type Visitor } from '../support/a-visitor.js';
import { anAdministrator } from '../support/an-administrator.js';

let house: House<null>;
let agenda: Agenda;
let visitor: Visitor;

beforeAll(async () => {
  house = await aHouse(async (source) => {
    await seedDemo(source, new Date());
    await aConference('far-apart').withCity('Adelaide', 'Australia/Adelaide').withRoom('Theatre')
      .withCity('St. John’s', 'America/St_Johns').withRoom('Harbour room')
      .withSession('Salt marshes', { room: 'Theatre', startsAt: '2027-01-15T04:00:00Z' })
      .withSession('Fog signals', { room: 'Harbour room', startsAt: '2027-01-14T20:00:00Z', minutes: 45 })
      .build(source);
    return null;
  });
  agenda = await anAdministrator(house, DEMO_SLUG).agenda();
});

afterAll(async () => await house.close());

const visitWith = async (device: Device): Promise<void> => {
  visitor = await aVisitor(house.browser, house.url, device);
};

beforeEach(async () => await visitWith({ zone: 'Europe/Paris', height: 6_000 }));

afterEach(async () => {
  expect(visitor.complaints).toEqual([]);
  await visitor.close();
});

const cityOf = (session: AgendaSession): string => agenda.cities[agenda.venues[agenda.rooms[session.roomId]!.venueId]!.cityId]!.name;
const trackOf = (session: AgendaSession): string => (session.trackId === null ? '' : agenda.tracks[session.trackId]!.name);
const titles = (sessions: readonly AgendaSession[]): string[] => sessions.map((session) => session.title).sort();
const where = (holds: (session: AgendaSession) => boolean): AgendaSession[] => Object.values(agenda.sessions).filter(holds);

/** Titles in the list once it says that it holds so many. */
async function listed(page: Page, count: number): Promise<string[]> {
  await page.getByRole('status').filter({ hasText: new RegExp(`^${count} sessions?$`) }).waitFor();
  // rows are drawn as their heights become known
  await page.getByRole('article').nth(count - 1).waitFor({ state: 'attached' });
  await page.getByRole('article').nth(count).waitFor({ state: 'detached' });
  return (await page.getByRole('article').getByRole('heading').allInnerTexts()).sort();
}

async function choose(page: Page, filter: string, option: string): Promise<void> {
  await page.getByRole('search').getByRole('button', { name: filter }).click();
  const list = page.getByRole('dialog', { name: filter });
  const search = list.getByRole('combobox');
  await list.getByRole('option').first().waitFor();
  const searched = await search.isVisible();
  if (searched) await search.fill(option);
  await list.getByRole('option', { name: option, exact: true }).click();
  // the first one empties the search
  if (searched) await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
}

it('enters a conference from the first page', async () => {
  const page = await visitor.open('/', 'there');
  await page.getByRole('link', { name: agenda.conference.title }).click();
  await page.waitForURL(`**/${DEMO_SLUG}/agenda`);
  await page.getByRole('status').filter({ hasText: `${Object.keys(agenda.sessions).length} sessions` }).waitFor();
  // something is on, and that is where one begins
  await page.getByText('On now').first().waitFor();
});

it('filters by city, track, language and speaker, and sends the view on as an address', async () => {
  const page = await visitor.open(`/${DEMO_SLUG}/agenda`);
  await choose(page, 'City', 'Adelaide');
  const inAdelaide = where((session) => cityOf(session) === 'Adelaide');
  expect(await listed(page, inAdelaide.length)).toEqual(titles(inAdelaide));

  const track = trackOf(inAdelaide.find((session) => session.trackId !== null)!);
  await choose(page, 'Track', track);
  const ofTrack = inAdelaide.filter((session) => trackOf(session) === track);
  expect(await listed(page, ofTrack.length)).toEqual(titles(ofTrack));

  const other = await visitor.open(new URL(page.url()).pathname + new URL(page.url()).search);
  expect(await listed(other, ofTrack.length)).toEqual(titles(ofTrack));
  for (const chosen of ['Adelaide', track]) expect(await other.getByRole('search').getByRole('button', { name: chosen }).isVisible()).toBe(true);

  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await choose(page, 'Language', 'Persian');
  const inPersian = where((session) => session.language === 'fa');
  expect(await listed(page, inPersian.length)).toEqual(titles(inPersian));

  await page.getByRole('button', { name: 'Clear all filters' }).click();
  const [speaker] = Object.values(agenda.speakers);
  await choose(page, 'Speaker', speaker!.name);
  const bySpeaker = where((session) => session.appearances.some((appearance) => appearance.speakerId === speaker!.id));
  expect(await listed(page, bySpeaker.length)).toEqual(titles(bySpeaker));
});

it('finds a word that only one description holds', async () => {
  const texts = await anAdministrator(house, DEMO_SLUG).ask<AgendaTexts>('GET', '/agenda/texts');
  const { word, title } = aRareWord(texts);
  const page = await visitor.open(`/${DEMO_SLUG}/agenda`);
  await page.getByRole('searchbox', { name: 'Search sessions' }).fill(word);
  await page.getByRole('article', { name: title, exact: true }).waitFor();
  await page.getByRole('status').filter({ hasText: /^1 session$/ }).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe(word);
});

/** A long word of one session's texts that is in no other's, nor in a title or a name. */
function aRareWord(texts: AgendaTexts): { word: string; title: string } {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/\b[a-z]{10,}\b/g) ?? [];
  const said = Object.entries(texts.sessions).map(([id, text]) => ({ id, words: new Set(wordsOf(`${text.abstract} ${text.description}`)) }));
  const elsewhere = wordsOf(JSON.stringify([agenda, texts.biographies]));
  for (const { id, words } of said) {
    const word = [...words].find((candidate) => !elsewhere.includes(candidate) && said.filter((other) => [...other.words].some((theirs) => theirs.startsWith(candidate.slice(0, 6)))).length === 1);
    if (word !== undefined) return { word, title: agenda.sessions[id]!.title };
  }
  throw new Error('the demo holds no word that only one session says');
}

it('tells the time here and there, to the half hour, by one switch', async () => {
  await visitor.close();
  await visitWith({ zone: 'Asia/Kolkata' });
  const page = await visitor.open('/far-apart/agenda');
  const time = async (title: string): Promise<string> => await page.getByRole('article', { name: title }).getByRole('time').innerText();
  const days = async (): Promise<string[]> => await page.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(await time('Salt marshes')).toMatch(/^09:30\s?–\s?10:00\s/);
  // half past one at night is a new day here, and half past four of the old one there
  expect(await time('Fog signals')).toMatch(/^01:30\s?–\s?02:15\s/);
  expect(await days()).toEqual(['Friday 15 January']);

  await page.getByRole('radio', { name: 'City’s time' }).click();
  await page.getByRole('article', { name: 'Salt marshes' }).getByRole('time').filter({ hasText: '14:30' }).waitFor();
  expect(await time('Salt marshes')).toMatch(/^14:30\s?–\s?15:00\s/);
  expect(await time('Fog signals')).toMatch(/^16:30\s?–\s?17:15\s/);
  expect(await days()).toEqual(['Thursday 14 January', 'Friday 15 January']);

  await page.getByRole('link', { name: 'Fog signals' }).click();
  const facts = page.getByRole('complementary');
  await facts.getByText('in St. John’s').waitFor();
  expect((await facts.getByRole('time').allInnerTexts()).map((text) => /\d\d:\d\d/.exec(text)?.[0])).toEqual(['01:30', '16:30']);
});

it('bookmarks two that clash, is told so, and takes them along in a calendar', async () => {
  const [one, other] = twoAtOnce();
  const page = await visitor.open(`/${DEMO_SLUG}/sessions/${one.id}`);
  await page.getByRole('button', { name: 'Add to my agenda' }).click();
  await page.getByRole('button', { name: 'In my agenda' }).waitFor();

  await page.getByRole('navigation', { name: 'Pages of the conference' }).getByRole('link', { name: 'Agenda', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Search sessions' }).fill(other.title);
  // what is pressed must not slide away meanwhile
  await page.getByRole('status').filter({ hasText: /^\d{1,2} sessions?$/ }).waitFor();
  const found = page.getByRole('article', { name: other.title, exact: true });
  await found.getByRole('button', { name: `Bookmark “${other.title}”`, pressed: false }).click();
  await found.getByRole('button', { name: `Bookmark “${other.title}”`, pressed: true }).waitFor();

  await page.getByRole('link', { name: 'My agenda' }).click();
  await page.getByText(`At the same time as “${one.title}”`).waitFor();
  await page.getByText(`At the same time as “${other.title}”`).waitFor();
  expect((await page.getByRole('article').getByRole('heading').allInnerTexts()).sort()).toEqual(titles([one, other]));

  const subscription = await page.getByRole('link', { name: 'Subscribe' }).getAttribute('href');
  expect(subscription).toMatch(/^webcal:\/\//);
  const feed = await fetch(subscription!.replace('webcal:', 'http:'));
  expect(feed.headers.get('content-type')).toMatch(/^text\/calendar\b/);
  const events = new ICAL.Component(ICAL.parse(await feed.text()) as []).getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  expect(events.map((event) => event.summary).sort()).toEqual(titles([one, other]));
  expect(events.map((event) => event.startDate.toJSDate().toISOString()).sort()).toEqual([one.startsAt, other.startsAt].sort());
});

function twoAtOnce(): [AgendaSession, AgendaSession] {
  const unique = where((session) => session.status === 'scheduled' && where(({ title }) => title === session.title).length === 1);
  for (const one of unique) {
    const other = unique.find((candidate) => candidate.id !== one.id && candidate.startsAt < one.endsAt && one.startsAt < candidate.endsAt);
    if (other !== undefined) return [one, other];
  }
  throw new Error('the demo has no two sessions at once');
}

it('reads in the dark and in Persian, and stays so', async () => {
  const page = await visitor.open(`/${DEMO_SLUG}/agenda`);
  const root = page.locator('html');
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.locator('html[data-theme="dark"]').waitFor();

  await page.getByRole('button', { name: 'Language', exact: true }).first().click();
  await page.getByRole('menuitemradio', { name: 'فارسی' }).click();
  await page.locator('html[lang="fa"][dir="rtl"]').waitFor();
  await page.getByRole('heading', { level: 1, name: 'برنامه' }).waitFor();
  const times = await page.getByRole('article').locator('time bdi:first-of-type').allInnerTexts();
  expect(times.length).toBeGreaterThan(0);
  for (const time of times) expect(time).toMatch(/^[\s\u200e\u200f]*[۰-۹]{1,2}:[۰-۹]{2}[^0-9]*$/);

  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'برنامه' }).waitFor();
  expect([await root.getAttribute('dir'), await root.getAttribute('data-theme')]).toEqual(['rtl', 'dark']);
});
