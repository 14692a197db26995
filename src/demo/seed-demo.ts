import { Temporal } from 'temporal-polyfill';
import type { DataSource, EntityManager } from 'typeorm';
import { publish } from '../agenda/publish.js';
import { releaseAgenda } from '../agenda/release-agenda.js';
import type { ConferenceId } from '../contract/ids.js';
import { newId } from '../platform/new-id.js';
import { problem } from '../platform/problems/problem-error.js';
import { newDemoIds, type DemoIds } from './demo-ids.js';
import { insertAgenda } from './insert-agenda.js';
import { insertPlace, insertTravel } from './insert-place.js';
import { insertStreams } from './insert-streams.js';
import { layOut } from './layout.js';
import { liveChanges, type DemoLiveChange } from './live-changes.js';
import type { CastSession } from './placed-session.js';
import { DEMO_WORLD } from './world-of-the-demo.js';

export const DEMO_SLUG = 'open-horizons';
const TITLE = 'Open Horizons: one conference in many cities';
const ACTOR = 'demo';
const SEED = 1;

/**
 * Writes the demo conference: three days around `now`, released, live, and with what has happened since. One transaction.
 * @throws ProblemError `conflict` where it is there already
 */
export async function seedDemo(source: DataSource, now: Date): Promise<void> {
  const { sessions, windows, tray } = layOut(DEMO_WORLD, now.getTime(), SEED);
  await source.transaction(async (tx) => {
    const conferenceId = await insertConference(tx, sessions);
    const ids = newDemoIds(DEMO_WORLD, sessions);
    await releaseAgenda(tx, { conferenceId, note: 'The programme of all three days.', actor: ACTOR }, async () => {
      await insertPlace(tx, conferenceId, ids, DEMO_WORLD.cities, windows);
      await insertTravel(tx, conferenceId, ids, DEMO_WORLD.cities);
      await insertAgenda(tx, conferenceId, ids, DEMO_WORLD.people, sessions, tray);
      await insertStreams(tx, conferenceId, ids, sessions);
    });
    for (const change of liveChanges(sessions, now.getTime())) await happen(tx, conferenceId, ids, change);
  });
}

/** Days are dates in UTC, the conference's zone: no city's clock is the others' measure. */
async function insertConference(tx: EntityManager, sessions: readonly CastSession[]): Promise<ConferenceId> {
  const dateOf = (instant: number): string => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC').toPlainDate().toString();
  const startsOn = dateOf(Math.min(...sessions.map((session) => session.startsAt)));
  const endsOn = dateOf(Math.max(...sessions.map((session) => session.endsAt)));
  // the slug's unique key decides between two starts at once, not a look beforehand
  const [row] = await tx.query<{ id: ConferenceId }[]>(
    `INSERT INTO conference (id, slug, title, status, zone, languages, starts_on, ends_on, accent)
     VALUES ($1, $2, $3, 'live', 'UTC', $4, $5, $6, $7)
     ON CONFLICT (slug) DO NOTHING RETURNING id`,
    [newId<ConferenceId>(), DEMO_SLUG, TITLE, ['en', 'fr', 'de', 'es', 'fa'], startsOn, endsOn, '#1d5fa6'],
  );
  if (row === undefined) throw problem('conflict', `There is a conference “${DEMO_SLUG}” already. Delete or rename it to have the demo written anew.`);
  return row.id;
}

/** A live change acts on what is published and on the draft, so that the next release does not revert it. */
async function happen(tx: EntityManager, conferenceId: ConferenceId, ids: DemoIds, change: DemoLiveChange): Promise<void> {
  const { to, cancelled, note } = change;
  const id = ids.session(change.session);
  await publish(tx, { conferenceId, scope: { place: false, sessions: [id] }, kind: 'live', note, actor: ACTOR }, async () => {
    await tx.query(
      `UPDATE slot SET room_id = $2, starts_at = $3, ends_at = $4, cancelled = $5, cancel_reason = $6 WHERE session_id = $1`,
      [id, ids.room(to.at.room), new Date(to.startsAt), new Date(to.endsAt), cancelled, cancelled ? note : ''],
    );
  });
}
