import highsModule from 'highs';
import type { Instance } from './instance.js';
import { tablesOf, type Tables } from './tables.js';

// the package's types describe its CommonJS build; imported, it is the function itself
const loadHighs = highsModule as unknown as typeof highsModule.default;

/**
 * A number that no timetable of the instance is below: HiGHS's proven bound on a model that knows sessions but not rooms. What it
 * leaves out costs nothing in it (conflicts of people, gaps, order), and a cell costs what its cheapest room would. 0 where HiGHS has
 * proven nothing in its seconds, Infinity where it has proven that there is no timetable at all.
 */
export async function lowerBound(instance: Instance, seconds: number): Promise<number> {
  const highs = await loadHighs();
  const tables = tablesOf(instance);
  return highs.withModel({ format: 'lp', data: relaxedModel(tables) }, (model) => {
    model.options.set({ output_flag: false, time_limit: seconds });
    const { modelStatus } = model.run();
    if (modelStatus === highs.constants.modelStatus.infeasible) return Infinity;
    const proven = Number(model.info.get('mip_dual_bound'));
    if (!Number.isFinite(proven)) return 0;
    const whole = [tables.cellCost, tables.placeCost, tables.together.cost, [tables.moreParallel, tables.moreRooms]].every((costs) => costs.every(Number.isInteger));
    // a hair off for the solver's own tolerance; whole costs make whole objectives
    const safe = proven - 1e-6 * Math.max(1, Math.abs(proven));
    return Math.max(0, whole ? Math.ceil(safe) : safe);
  });
}

/** The model in CPLEX's LP format. `n` is how many cells a track has in a session, `u` whether any, `z` whether a submission is there. */
function relaxedModel(tables: Tables): string {
  const { sessions, tracks, rooms, cells, submissions } = tables;
  const cost: string[] = [];
  const rows: string[] = [];
  const bounds: string[] = [];
  const whole: string[] = [];
  const yesOrNo: string[] = [];
  const pay = (amount: number, name: string): void => {
    if (amount !== 0) cost.push(`${amount < 0 ? '-' : '+'} ${Math.abs(amount)} ${name}`);
  };
  const cheapest = (costs: Float64Array, of: number, session: number): number =>
    costs.subarray(of * cells + session * rooms, of * cells + (session + 1) * rooms).reduce((least, one) => Math.min(least, one), Infinity);
  for (let t = 0; t < tracks; t += 1) {
    for (let s = 0; s < sessions; s += 1) {
      const members = [...tables.members[t]!].filter((i) => tables.length[i]! <= tables.slots[s]!);
      if (members.length === 0) {
        bounds.push(`n${t}_${s} = 0`);
        continue;
      }
      pay(cheapest(tables.cellCost, t, s) + tables.moreParallel, `n${t}_${s}`);
      pay(-tables.moreParallel, `u${t}_${s}`);
      whole.push(`n${t}_${s}`);
      yesOrNo.push(`u${t}_${s}`);
      rows.push(`${members.map((i) => `+ ${tables.length[i]!} z${i}_${s}`).join(' ')} - ${tables.slots[s]!} n${t}_${s} <= 0`);
      rows.push(`n${t}_${s} - u${t}_${s} >= 0`, `n${t}_${s} - ${rooms} u${t}_${s} <= 0`);
      for (const i of members) rows.push(`z${i}_${s} - u${t}_${s} <= 0`);
      if (tables.moreRooms > 0) rows.push(`k${t} - n${t}_${s} >= 0`);
    }
    if (tables.moreRooms > 0 && tables.members[t]!.length > 0) {
      pay(tables.moreRooms, `k${t}`);
      bounds.push(`k${t} >= 1`);
    }
  }
  if (tables.moreRooms > 0) pay(-tables.moreRooms * tables.members.filter((of) => of.length > 0).length, 'one');
  for (let i = 0; i < submissions; i += 1) {
    const where = Array.from({ length: sessions }, (_, s) => s).filter((s) => tables.length[i]! <= tables.slots[s]!);
    for (const s of where) {
      pay(cheapest(tables.placeCost, i, s), `z${i}_${s}`);
      yesOrNo.push(`z${i}_${s}`);
    }
    rows.push(`${where.map((s) => `+ z${i}_${s}`).join(' ')} = 1`);
  }
  for (let s = 0; s < sessions; s += 1) {
    rows.push(`${Array.from({ length: tracks }, (_, t) => `+ n${t}_${s}`).join(' ')} <= ${rooms}`);
    for (let t = 0; t < tracks; t += 1) {
      for (let at = tables.together.start[t]!; at < tables.together.start[t + 1]!; at += 1) {
        const other = tables.together.to[at]!;
        if (other < t) continue;
        pay(tables.together.cost[at]!, `p${t}_${other}_${s}`);
        rows.push(`p${t}_${other}_${s} - u${t}_${s} - u${other}_${s} >= -1`);
      }
    }
  }
  bounds.push('one = 1');
  const numbered = rows.map((row, n) => `r${n}: ${row}`);
  return ['Minimize', `obj: ${cost.join('\n ')}`, 'Subject To', ...numbered, 'Bounds', ...bounds, 'General', whole.join('\n'), 'Binary', yesOrNo.join('\n'), 'End'].join('\n');
}
