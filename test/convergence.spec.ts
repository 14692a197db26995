import { EVERYTHING, readPublished } from '../src/agenda/published.queries.js';
import type { Agenda } from '../src/contract/agenda.js';
import { seededRandom } from '../src/demo/random.js';
import { aConference } from './support/a-conference.js';
import { aWebClient, type WebClient } from './support/a-web-client.js';
import { actAsBrowserAt } from './support/browser-globals.js';
import { aLossyProxy } from './support/lossy-proxy.js';
import { anOrganizer, type Organizer } from './support/an-organizer-at-work.js';
import { aServer } from './support/running-server.js';
import { aDatabase } from './support/test-database.js';

const CLIENTS = 200;
const KILLS = 4;
const ROOMS = 12;
const SEED = Number(process.env['CONVERGENCE_SEED'] ?? 20261124);

/**
 * The proof of the live agenda protocol: clients on a bad network, organizers who write, a server that dies at random
 * moments, and at the end nobody holds anything but what the database publishes.
 */
test(`${CLIENTS} clients on a lossy network end equal to the database, through ${KILLS} kills (seed ${SEED})`, async () => {
  const random = seededRandom(SEED);
  const database = await aDatabase();
  const conference = await manySessions().build(database.source);
  const server = await aServer({ database });
  const proxy = await aLossyProxy(server.url, { delay: 0.2, stall: 0.01, cut: 0.01 }, SEED);
  const leaveBrowser = actAsBrowserAt(proxy.url);
  const clients: WebClient[] = [];
  try {
    const organizers = [1, 2, 3].map((n) => anOrganizer(`organizer ${n}`, server, conference, seededRandom(SEED + n)));
    await organizers[0]?.write();
    clients.push(...(await Promise.all(Array.from({ length: CLIENTS }, async () => await aWebClient(conference.slug)))));

    for (let kill = 0; kill < KILLS; kill += 1) {
      // half of them at least are there to see it
      await half(clients, newest(organizers));
      const writing = organizers.map(async (organizer) => await organizer.writeUntilRefused(40));
      await organizers[kill % organizers.length]?.hasWritten(3 + Math.floor(random.next() * 20));
      await server.kill('SIGKILL');
      await Promise.all(writing);
      await server.restart();
    }
    for (const organizer of organizers) for (let n = 0; n < 5; n += 1) await organizer.write();

    proxy.calm();
    const [row] = await database.source.query<[{ revision: string }]>(`SELECT revision FROM conference WHERE id = $1`, [conference.id]);
    const last = Number(row.revision);
    await Promise.all(clients.map(async (client) => await client.isLiveAt(last)));

    const published: Agenda = { revision: last, ...(await readPublished(database.source.manager, conference.id, EVERYTHING)).agenda };
    for (const client of clients) {
      expect(client.agenda()).toEqual(published);
      const first = client.first() ?? NaN;
      expect(client.applied()).toEqual(Array.from({ length: last - first }, (_value, index) => first + 1 + index));
    }
    const log = await database.source.query<{ revision: string; note: string }[]>(`SELECT revision, note FROM revision WHERE conference_id = $1 ORDER BY revision`, [conference.id]);
    expect(log.map((entry) => Number(entry.revision))).toEqual(Array.from({ length: last }, (_value, index) => index + 1));
    const recorded = new Map(log.map((entry) => [Number(entry.revision), entry.note]));
    for (const { revision, note } of organizers.flatMap((organizer) => organizer.acknowledged())) expect(recorded.get(revision)).toBe(note);

    // the faults were real
    expect(proxy.cuts()).toBeGreaterThan(0);
    expect(proxy.stalls()).toBeGreaterThan(0);
    expect(clients.every((client) => client.losses() >= 1)).toBe(true);
    expect(last).toBeGreaterThan(KILLS * 3);
  } finally {
    clients.forEach((client) => client.stop());
    leaveBrowser();
    await proxy.close();
    await server.close();
    await database.drop();
  }
});

/** Resolves when half of the clients are live at a revision. */
async function half(clients: readonly WebClient[], revision: number): Promise<void> {
  let there = 0;
  await new Promise<void>((resolve) => {
    for (const client of clients) {
      void client.isLiveAt(revision).then(() => {
        there += 1;
        if (there >= clients.length / 2) resolve();
      });
    }
  });
}

const newest = (organizers: readonly Organizer[]): number => Math.max(...organizers.flatMap((one) => one.acknowledged().map(({ revision }) => revision)));

/** One room an hour apart from its neighbours, so that delays and moves have room. */
function manySessions(): ReturnType<typeof aConference> {
  const builder = aConference('convergence').withCity('Lyon').withCity('Perth', 'Australia/Perth');
  for (let room = 0; room < ROOMS; room += 1) {
    builder.withRoom(`Room ${room}`);
    for (let hour = 6; hour < 20; hour += 4) {
      builder.withSession(`${room} at ${hour}`, { room: `Room ${room}`, startsAt: `2026-11-24T${String(hour).padStart(2, '0')}:00:00Z`, speakers: [`Speaker ${room}`] });
    }
  }
  return builder;
}

