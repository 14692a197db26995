import type { Finding, FindingCode, UnfriendlyHour } from '../../finding.js';
import type { Placed } from '../placed.js';
import type { PreparedWorld } from '../prepared-world.js';

/** What a slot costs, the less the better; 0 is perfect. */
export interface FitParts {
  /** Warnings, each with its weight. */
  readonly warnings: number;
  /** Seats that would stay empty. */
  readonly room: number;
  /** How far the speakers who must be on site are from where else they are. */
  readonly travel: number;
  /** People for whom it would be night. */
  readonly hours: number;
}

/** What a warning costs. A language that nobody interprets is so everywhere, and decides nothing. */
export const WARNING_COST: Readonly<Partial<Record<FindingCode, number>>> = {
  'travel-time': 25, 'over-capacity': 40, 'unfriendly-hour': 40, 'equipment-missing': 30, 'parallel-track': 15,
};
/** An empty room. */
const EMPTY = 10;
/** An hour on the way, for each speaker. */
const TRAVEL_HOUR = 2;
/** Night for all who follow; night for one speaker. */
const NIGHT_FOR_ALL = 30;
const NIGHT_FOR_A_SPEAKER = 5;

export const warningCost = (findings: readonly Finding[]): number =>
  findings.reduce((sum, { code, severity }) => sum + (severity === 'warning' ? (WARNING_COST[code] ?? 0) : 0), 0);

export function roomCost(capacity: number | null, expectedPeople: number | null): number {
  if (capacity === null || expectedPeople === null || expectedPeople >= capacity) return 0;
  return EMPTY * (1 - expectedPeople / capacity);
}

/** @param others where its on-site speakers are else, by speaker */
export function travelCost(venue: Placed['venue'], others: readonly (readonly Placed[])[], { travel }: PreparedWorld): number {
  let minutes = 0;
  for (const elsewhere of others) {
    if (elsewhere.length > 0) minutes += Math.min(...elsewhere.map((other) => travel.between(other.venue.id, venue.id).minutes));
  }
  return (minutes / 60) * TRAVEL_HOUR;
}

/** @param following all who follow the conference */
export const hoursCost = ({ people, speakers }: Pick<UnfriendlyHour, 'people'> & { speakers: number }, following: number): number =>
  speakers * NIGHT_FOR_A_SPEAKER + (following === 0 ? 0 : ((people - speakers) / following) * NIGHT_FOR_ALL);

export const costOf = ({ warnings, room, travel, hours }: FitParts): number => warnings + room + travel + hours;
