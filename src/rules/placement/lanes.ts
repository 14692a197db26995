import type { Finding } from '../finding.js';
import { ALONE, TOGETHER } from './all-rules.js';
import { inOrder, Lane } from './lane.js';
import type { Placed } from './placed.js';
import type { PreparedWorld } from './prepared-world.js';
import type { TogetherRule } from './rule.js';

interface Row {
  readonly rule: TogetherRule;
  readonly reach: number;
  readonly lanes: Map<string, Lane>;
}

/** All that is placed, in a lane for each thing that sessions may share, so that a session's neighbours are at hand. */
export class Lanes {
  readonly all = new Lane();
  private readonly rows: readonly Row[];

  constructor(readonly prepared: PreparedWorld, placed: readonly Placed[]) {
    this.rows = TOGETHER.map((rule) => ({ rule, reach: rule.reach(prepared), lanes: new Map() }));
    for (const one of placed.toSorted(inOrder)) {
      this.all.append(one);
      this.each(one, (lane) => { lane.append(one); });
    }
  }

  add(placed: Placed): void {
    this.all.add(placed);
    this.each(placed, (lane) => { lane.add(placed); });
  }

  remove(placed: Placed): void {
    this.all.remove(placed);
    this.each(placed, (lane) => { lane.remove(placed); });
  }

  /** The lane of one rule and key: who shares that. */
  laneOf(rule: TogetherRule, key: string): Lane | undefined {
    return this.rows.find((row) => row.rule === rule)?.lanes.get(key);
  }

  /** The findings that it brings about: all in which no session starts after it. */
  broughtAboutBy(placed: Placed): Finding[] {
    const findings = ALONE.flatMap((rule) => rule(placed, this.prepared));
    this.each(placed, (lane, { rule, reach }, key) => {
      const before = lane.before(placed, reach);
      findings.push(...rule.judge(placed, before, this.prepared, key));
    });
    return findings;
  }

  /** Those later ones whose findings may concern it. */
  concernedAfter(placed: Placed): Set<Placed> {
    const concerned = new Set<Placed>();
    this.each(placed, (lane, { reach }) => {
      for (const other of lane.after(placed, reach)) concerned.add(other);
    });
    return concerned;
  }

  private each(placed: Placed, visit: (lane: Lane, row: Row, key: string) => void): void {
    for (const row of this.rows) {
      for (const key of row.rule.keysOf(placed)) {
        let lane = row.lanes.get(key);
        if (lane === undefined) row.lanes.set(key, (lane = new Lane()));
        visit(lane, row, key);
      }
    }
  }
}
