import type { Edge } from './live-channel.js';

/** What a player asks beyond the playlist's address. */
export interface DeliveryDirectives {
  /** Wait until this segment, or this part of it, is there. */
  until: { sequence: number; part: number | null } | null;
  /** A delta update is welcome. */
  skip: boolean;
}

/** A part that no segment has. */
const ABSURD_PART = 1_000;

/** Reads a query. Null: it is not one that the RFC allows. Others than ours are passed over. */
export function readDirectives(query: string): DeliveryDirectives | null {
  if (query === '') return { until: null, skip: false };
  const parameters = new URLSearchParams(query);
  const skip = parameters.get('_HLS_skip');
  const sequence = parameters.get('_HLS_msn');
  const part = parameters.get('_HLS_part');
  if (sequence === null) return part === null ? { until: null, skip: skip === 'YES' || skip === 'v2' } : null;
  if (!/^\d{1,15}$/.test(sequence) || (part !== null && !(/^\d{1,4}$/.test(part) && Number(part) < ABSURD_PART))) return null;
  return { until: { sequence: Number(sequence), part: part === null ? null : Number(part) }, skip: skip === 'YES' || skip === 'v2' };
}

/** Segments ahead of the newest that may be asked for. */
const AHEAD = 2;

/**
 * Whether the playlist has what is waited for (`there`), will have it soon (`soon`), or was asked for something that no player in its
 * senses asks for (`absurd`).
 * @param partTarget seconds
 */
export function standing(edge: Edge | null, { sequence, part }: { sequence: number; part: number | null }, partTarget: number): 'there' | 'soon' | 'absurd' {
  if (edge === null) return 'soon';
  const newest = edge.whole ? edge.sequence : edge.sequence - 1;
  if (part === null ? newest >= sequence : edge.sequence > sequence || (edge.sequence === sequence && edge.parts > part)) return 'there';
  if (sequence > newest + AHEAD) return 'absurd';
  const partsAhead = partTarget < 1 ? Math.ceil(3 / partTarget) : 3;
  return sequence === edge.sequence && part !== null && part >= edge.parts + partsAhead ? 'absurd' : 'soon';
}
