// Meridian's own conference planned by its own search: npm run bench -- plan-demo [--seconds=30] [--seed=1]
// The demo's draft is emptied and filled again; then a room is lost, and the rest is kept as far as it can be.
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/root.mjs';
import { temporaryDatabase } from '../temporary-database.mjs';

export const needs = ['server'];

const dist = async (path) => await import(join(ROOT, 'dist/src', path));

export async function run(options) {
  const seconds = Number(options.seconds ?? 30);
  const seed = Number(options.seed ?? 1);
  const board = await demoBoard();
  const { planOfBoard } = await dist('rules/plan/plan-of-board.js');
  const { planSessions } = await dist('rules/plan/plan-sessions.js');
  const { USUAL_WEIGHTS } = await dist('rules/plan/plan.js');
  const { checkPlacement } = await dist('rules/placement/check-placement.js');
  console.log(`${cpus().length} x ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; load before the run ${loadavg()[0].toFixed(1)}`);
  console.log(`${board.sessions.length} sessions, ${board.rooms.length} rooms, ${board.cities.length} cities; ${seconds} s each on one core, seed ${seed}\n`);
  console.log('| task | sessions | placed | moved | blocking findings | warnings | complete after | iterations |\n| --- | --- | --- | --- | --- | --- | --- | --- |');
  const all = planOfBoard(board, { sessions: 'all', weights: USUAL_WEIGHTS });

  // every slot is emptied, those of fixed sessions too, and what was announced with them: nothing but the city hints at where a session was
  const cityOf = (id) => all.cityOf.get(id) ?? null;
  const sessions = board.sessions.map((session) => ({ ...session, slot: null, published: null, cityId: cityOf(session.id) }));
  const emptied = planOfBoard({ ...board, sessions }, { sessions: 'tray', weights: USUAL_WEIGHTS });
  report('fill the emptied draft', emptied, plan(emptied));

  // the busiest room is lost; the draft is as it was announced
  const held = groupByRoom(all.placement);
  const [lost] = [...held].sort((a, b) => b[1].length - a[1].length)[0];
  const rooms = new Map([...all.world.rooms].filter(([id]) => id !== lost));
  const without = { ...all, world: { ...all.world, rooms } };
  report(`a room with ${held.get(lost).length} sessions is lost`, without, plan(without));

  function plan(request) {
    const started = performance.now();
    let iterations = 0;
    let complete = null;
    const result = planSessions(request, {
      seed,
      left: (spent) => {
        iterations = Math.max(iterations, spent);
        const elapsed = performance.now() - started;
        if (spent < 20_000) return elapsed < seconds * 1000 ? 4_000_000 : 0;
        return Math.max(0, Math.floor((spent / elapsed) * (seconds * 1000 - elapsed)));
      },
      onBest: ({ unplaced }) => (complete ??= unplaced === 0 ? performance.now() - started : null),
    });
    return { ...result, iterations, complete };
  }

  function report(task, request, { slots, unplaced, iterations, complete }) {
    const after = new Map([...[...request.placement].filter(([id]) => !request.movable.has(id)), ...slots]);
    const findings = checkPlacement(request.world, after);
    const blocking = findings.filter(({ severity }) => severity === 'blocking').length;
    const moved = [...slots].filter(([id, slot]) => {
      const was = request.placement.get(id);
      return was !== undefined && (was.roomId !== slot.roomId || was.startsAt !== slot.startsAt);
    }).length;
    const share = request.placement.size > slots.size / 2 ? `${moved} (${((100 * moved) / request.movable.size).toFixed(1)} %)` : '-';
    console.log(`| ${[task, request.movable.size, slots.size, share, blocking, findings.length - blocking, complete === null ? 'never' : `${(complete / 1000).toFixed(1)} s`, `${(iterations / 1e6).toFixed(1)} M`].join(' | ')} |`);
    for (const one of unplaced.slice(0, 5)) console.log(`  ${one.sessionId}: ${JSON.stringify(one.reasons)}`);
  }
}

function groupByRoom(placement) {
  const held = new Map();
  for (const slot of placement.values()) held.set(slot.roomId, [...(held.get(slot.roomId) ?? []), slot]);
  return held;
}

/** The demo as the board has it, from a database of its own. */
async function demoBoard() {
  const { openDataSource } = await dist('platform/database/data-source.js');
  const database = await temporaryDatabase();
  try {
    const { migrate } = await dist('platform/database/migrate.js');
    const { SCHEMA } = await dist('schema.js');
    const source = await openDataSource(database.url, SCHEMA);
    await migrate(source);
    const { seedDemo, DEMO_SLUG } = await dist('demo/seed-demo.js');
    const { readWholeBoard } = await dist('agenda/board/board.queries.js');
    await seedDemo(source, new Date());
    const [{ id }] = await source.query('SELECT id FROM conference WHERE slug = $1', [DEMO_SLUG]);
    const board = { ...(await readWholeBoard(source.manager, id)), mayMove: null };
    await source.destroy();
    return board;
  } finally {
    await database.stop();
  }
}
