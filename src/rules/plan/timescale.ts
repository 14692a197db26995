import { Temporal } from 'temporal-polyfill';
import type { Window } from '../availability.js';
import { clockOf } from '../placement/zone-clock.js';
import type { Placement, PlacementWorld } from '../placement/world.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Time as whole numbers: units after an origin, small enough that everything begins and ends at one. */
export interface Timescale {
  /** Epoch milliseconds of unit 0. */
  readonly origin: number;
  /** Milliseconds of a unit. */
  readonly unit: number;
  /** How many units there are. */
  readonly length: number;
  /** Units between two places of the conference's grid. */
  readonly grid: number;
}

export function timescaleOf(world: PlacementWorld, placement: Placement): Timescale {
  const starts = [...placement.values()].map(({ startsAt }) => startsAt);
  const ends = [...placement.values()].map(({ endsAt }) => endsAt);
  const dayOf = (date: string): number => Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;
  const first = starts.reduce((a, b) => Math.min(a, b), dayOf(world.startsOn));
  const last = ends.reduce((a, b) => Math.max(a, b), dayOf(world.endsOn));
  const origin = (Math.floor(first / DAY) - 1) * DAY;
  const lengths = [
    world.gridMinutes, world.satelliteMarginMinutes,
    ...[...world.sessions.values()].map(({ minutes }) => minutes),
    ...[...world.rooms.values()].map(({ changeoverMinutes }) => changeoverMinutes),
    ...[...starts, ...ends].map((instant) => Math.floor((instant - origin) / MINUTE)),
  ];
  const minutes = Math.max(1, lengths.reduce(commonDivisor, 0));
  const unit = minutes * MINUTE;
  return { origin, unit, length: Math.ceil(((Math.floor(last / DAY) + 3) * DAY - origin) / unit), grid: Math.max(1, world.gridMinutes / minutes) };
}

/** The unit that an instant is in, and the first one that begins not before it. */
export const unitBefore = ({ origin, unit }: Timescale, instant: number): number => Math.floor((instant - origin) / unit);
export const unitAfter = ({ origin, unit }: Timescale, instant: number): number => Math.ceil((instant - origin) / unit);
export const instantOf = ({ origin, unit }: Timescale, units: number): number => origin + units * unit;
export const unitsOf = ({ unit }: Timescale, minutes: number): number => Math.ceil((minutes * MINUTE) / unit);

/** Stretches of units, one after the other: from, to, from, to. */
export type Stretches = readonly number[];

/** The units that lie wholly in those windows. */
export function stretchesOf(scale: Timescale, windows: readonly Window[]): number[] {
  return windows.flatMap(({ startsAt, endsAt }) => {
    const from = Math.max(0, unitAfter(scale, startsAt));
    const to = Math.min(scale.length, unitBefore(scale, endsAt));
    return from < to ? [from, to] : [];
  });
}

export function intersect(a: Stretches, b: Stretches): number[] {
  const common: number[] = [];
  for (let i = 0; i < a.length; i += 2) {
    for (let j = 0; j < b.length; j += 2) {
      const from = Math.max(a[i]!, b[j]!);
      const to = Math.min(a[i + 1]!, b[j + 1]!);
      if (from < to) common.push(from, to);
    }
  }
  return common;
}

/** The conference's days by the clock of a zone. */
export function daysIn(zone: string, { startsOn, endsOn }: PlacementWorld): Window {
  const wall = (date: string): number => Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;
  return { startsAt: clockOf(zone).instantOf(wall(startsOn)), endsAt: clockOf(zone).instantOf(wall(endsOn) + DAY) };
}

/** How far the grid of a zone is from that of the origin, in units. */
export function gridPhase(scale: Timescale, zone: string, world: PlacementWorld): number {
  const { startsAt } = daysIn(zone, world);
  return ((Math.round((startsAt - scale.origin) / scale.unit) % scale.grid) + scale.grid) % scale.grid;
}

function commonDivisor(a: number, b: number): number {
  let [one, other] = [Math.abs(Math.round(a)), Math.abs(Math.round(b))];
  while (other > 0) [one, other] = [other, one % other];
  return one;
}
