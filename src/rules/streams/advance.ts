import type { ChannelEntry, ChannelTimeline } from './channel.js';
import { grown, leftWhereItIs, publishable, type Publishable } from './publishable.js';
import type { SourceId, SourceWindow, SourceWindows } from './source.js';

/** Target durations that a source is shown from its past at most, when the channel turns to it. */
const REPLAYED = 3;
/** Milliseconds of a segment that are not worth playing it for. */
const HARDLY_ANY = 100;

/**
 * The splicer. What the channel publishes next, when it is to show the source `on` (null: nothing, it waits).
 *
 * Failover, return and hand-over are one operation: the segment that was on air ends with the parts that were published, and the other
 * source goes on from its segment that holds the instant where the first was left, so that viewers miss nothing and do not come nearer
 * to the live edge than they were. Until the other source has something to show, the channel stays where it is.
 */
export function advance(timeline: ChannelTimeline, sources: SourceWindows, on: SourceId | null): ChannelTimeline {
  if (on === null) return timeline;
  const last = timeline.entries.at(-1);
  const current = last === undefined ? undefined : sources.get(last.source);
  const wanted = sources.get(on);
  const followed = current === undefined ? timeline : grow(timeline, current);
  if (wanted !== undefined && wanted.id !== last?.source) {
    const beginning = beginningOf(followed, wanted);
    if (beginning.length > 0) return forget(append(followed, beginning), sources);
  }
  if (current === undefined) return timeline;
  const next = append(followed, unused(followed, current));
  return next === timeline ? timeline : forget(next, sources);
}

/** Parts that have come since, of the segment that is open. */
function grow(timeline: ChannelTimeline, window: SourceWindow): ChannelTimeline {
  const last = timeline.entries.at(-1)!;
  if (!last.segment.open) return timeline;
  const segment = window.segments.find(({ number }) => number === last.segment.number);
  if (segment === undefined || segment === last.segment) return timeline;
  return { ...timeline, entries: [...timeline.entries.slice(0, -1), { ...last, ...(grown(timeline.settings, last, segment) ?? leftWhereItIs(last)) }] };
}

function unused({ settings, reached }: ChannelTimeline, window: SourceWindow): Publishable[] {
  const before = reached[window.id] ?? -Infinity;
  return window.segments.filter(({ number }) => number > before).map((segment) => publishable(settings, window, segment)).filter((one) => one !== null);
}

/** With which segments the channel turns to a source: from where the timeline ends, or as near to that as the source has it. */
function beginningOf(timeline: ChannelTimeline, window: SourceWindow): Publishable[] {
  const fresh = unused(timeline, window);
  const last = timeline.entries.at(-1);
  const newest = fresh.at(-1);
  if (newest === undefined) return [];
  const ended = last === undefined ? -Infinity : endOf(last);
  const from = Math.max(ended + HARDLY_ANY, endOf(newest) - REPLAYED * timeline.settings.targetDuration * 1000);
  const first = fresh.findIndex((one) => endOf(one) > from);
  return first === -1 ? [newest] : fresh.slice(first);
}

const endOf = ({ segment }: Publishable): number => segment.startsAt + segment.duration * 1000;

function append(timeline: ChannelTimeline, added: readonly Publishable[]): ChannelTimeline {
  if (added.length === 0) return timeline;
  const entries = [...timeline.entries];
  let sequence = timeline.nextSequence;
  for (const one of added) {
    const last = entries.at(-1);
    if (last?.segment.open === true) entries[entries.length - 1] = { ...last, ...leftWhereItIs(last) };
    entries.push({ ...one, sequence, discontinuity: last !== undefined && !follows(entries.at(-1)!, one) });
    sequence += 1;
  }
  const { source, segment } = added.at(-1)!;
  return { ...timeline, entries, nextSequence: sequence, reached: { ...timeline.reached, [source]: segment.number } };
}

function follows(before: ChannelEntry, one: Publishable): boolean {
  return before.source === one.source && before.cut === null && before.segment.number + 1 === one.segment.number
    && before.segment.generation === one.segment.generation && !one.segment.discontinuity
    && Object.entries(one.from).every(([key, track]) => before.from[key]?.key === track?.key);
}

/** What is older than the window leaves it; a discontinuity that leaves is counted from then on. */
function forget(timeline: ChannelTimeline, sources: SourceWindows): ChannelTimeline {
  const { settings, entries, reached } = timeline;
  let seconds = entries.reduce((sum, { segment }) => sum + segment.duration, 0);
  let gone = 0;
  let { discontinuitySequence } = timeline;
  for (const { segment, discontinuity } of entries) {
    seconds -= segment.duration;
    if (seconds < settings.window) break;
    gone += 1;
    if (discontinuity) discontinuitySequence += 1;
  }
  const kept = entries.slice(gone);
  const known = Object.keys(reached).filter((source) => sources.has(source) || kept.some((entry) => entry.source === source));
  return { ...timeline, entries: kept, discontinuitySequence, reached: Object.fromEntries(known.map((source) => [source, reached[source]!])) };
}
