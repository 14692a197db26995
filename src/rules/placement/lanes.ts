import type { Finding } from '../finding.js';
import { ALONE, TOGETHER } from './all-rules.js';
import { inOrder, Lane } from './lane.js';
import type { Placed } from './placed.js';
import type { PreparedWorld } from './prepared-world.js';
import type { TogetherRule } from './rule.js';

/** The lanes of one rule, by what is shared. */
interface Row {
  readonly rule: TogetherRule;
  readonly reach: number;
  readonly lanes: Map<string, Lane>;
}

/** A slot's place in one lane. */
interface Seat {
  readonly row: Row;
  readonly key: string;
  readonly lane: Lane;
}

/** All that is placed, in a lane for each thing that sessions may share, so that a session's neighbours are at hand. */
export class Lanes {
  readonly all = new Lane();
  private readonly rows: readonly Row[];
  private readonly seats = new Map<Placed, readonly Seat[]>();

  constructor(readonly prepared: PreparedWorld, placed: readonly Placed[]) {
    this.rows = TOGETHER.map((rule) => ({ rule, reach: rule.reach(prepared), lanes: new Map() }));
    for (const one of placed.toSorted(inOrder)) {
      this.all.append(one);
      for (const { lane } of this.seat(one)) lane.append(one);
    }
  }

  add(placed: Placed): void {
    this.all.add(placed);
    for (const { lane } of this.seat(placed)) lane.add(placed);
  }

  remove(placed: Placed): void {
    this.all.remove(placed);
    for (const { lane } of this.seatsOf(placed)) lane.remove(placed);
    this.seats.delete(placed);
  }

  /** The lane of one rule and key: who shares that. */
  laneOf(rule: TogetherRule, key: string): Lane | undefined {
    return this.rows.find((row) => row.rule === rule)?.lanes.get(key);
  }

  /** The findings that it brings about: all in which no session comes after it. It need not stand in the lanes. */
  broughtAboutBy(placed: Placed): Finding[] {
    const findings: Finding[] = [];
    for (const rule of ALONE) for (const finding of rule(placed, this.prepared)) findings.push(finding);
    for (const { lane, row, key } of this.seatsOf(placed)) {
      for (const finding of row.rule.judge(placed, lane.before(placed, row.reach), this.prepared, key)) findings.push(finding);
    }
    return findings;
  }

  /** Those later ones whose findings may concern it. */
  concernedAfter(placed: Placed): Set<Placed> {
    const concerned = new Set<Placed>();
    for (const { lane, row } of this.seatsOf(placed)) {
      for (const other of lane.after(placed, row.reach)) concerned.add(other);
    }
    return concerned;
  }

  private seat(placed: Placed): readonly Seat[] {
    const seats = this.findSeats(placed);
    this.seats.set(placed, seats);
    return seats;
  }

  private seatsOf(placed: Placed): readonly Seat[] {
    return this.seats.get(placed) ?? this.findSeats(placed);
  }

  private findSeats(placed: Placed): Seat[] {
    const seats: Seat[] = [];
    for (const row of this.rows) {
      for (const key of row.rule.keysOf(placed)) {
        let lane = row.lanes.get(key);
        if (lane === undefined) row.lanes.set(key, (lane = new Lane()));
        seats.push({ row, key, lane });
      }
    }
    return seats;
  }
}
