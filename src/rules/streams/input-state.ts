/** The life of an input, as the control room sees it; `since` is epoch milliseconds. */
export type InputHealth =
  /** Nobody sends, and nobody did. */
  | { state: 'idle'; since: number }
  /** Somebody is connected and nothing that can be shown has come yet. */
  | { state: 'connecting'; since: number }
  | { state: 'live'; since: number }
  /** It sends, and something is wrong with that. */
  | { state: 'degraded'; since: number; fault: InputFault }
  /** It sent, and does no longer. */
  | { state: 'lost'; since: number };

/** `stalled`: nothing comes just now; `frozen`: the same picture for long, while the other path's moves; `slow`: far fewer bits than it is used to. */
export type InputFault = 'stalled' | 'frozen' | 'slow';

/** What is seen of an input at an instant. */
export interface InputObservation {
  connected: boolean;
  /** It is made here as soon as somebody watches, and is as good as there until then. */
  standsReady?: boolean;
  /** Epoch milliseconds at which the last part or segment came; null where none ever did since it was idle. */
  lastMediaAt: number | null;
  /** It is seen in parts, several a second. */
  inParts: boolean;
  /** Seconds: of its source. */
  targetDuration: number;
  /** Since when its picture has not changed; null while it does, or where that is not known. */
  frozenSince: number | null;
  /** Since when its picture has moved; null while it does not. Left out where that is not known. */
  movingSince?: number | null;
  /** Bits per second over the last seconds, and over the last minutes; null where that is not known. */
  bitrate: number | null;
  usualBitrate: number | null;
  /** Its stage shows slides: one that stands still is no fault, whatever the other path shows. */
  slides: boolean;
  /** What is seen of the stage's other path, which should carry the same; null where nothing comes from it. */
  beside: Pick<InputObservation, 'movingSince' | 'bitrate' | 'usualBitrate'> | null;
}

/** Milliseconds without a part. At 300, sources were left without need on a busy machine. */
const WATCHDOG = 600;
/** Milliseconds that a picture may stand still while the other path's moves. */
const FROZEN = 10_000;
/** Milliseconds for which the other path's must have moved: a path by satellite is some seconds late, and a slide that turns is no proof. */
const MOVED = 5_000;
/** Of the usual bitrate. */
const SLOW = 0.25;
/** Of the usual bitrate: where the other path's fell below this too, it is the picture that needs less. */
const FELL = 0.5;

/** Milliseconds after which a source that gives nothing is left. */
export function stallsAfter({ inParts, targetDuration }: Pick<InputObservation, 'inParts' | 'targetDuration'>): number {
  return inParts ? WATCHDOG : 2 * targetDuration * 1000;
}

/** The state that follows. Its `since` moves only when it becomes another, or has another fault. */
export function nextInputState(health: InputHealth, seen: InputObservation, now: number): InputHealth {
  const next = judged(health, seen, now);
  const same = next.state === health.state && (next.state !== 'degraded' || health.state !== 'degraded' || next.fault === health.fault);
  return same ? health : { ...next, since: now };
}

function judged(health: InputHealth, seen: InputObservation, now: number): InputHealth {
  const { connected, lastMediaAt, targetDuration } = seen;
  const since = now;
  if (seen.standsReady === true) return { state: 'live', since };
  if (lastMediaAt === null) return neverSent(health, connected, now);
  const quiet = now - lastMediaAt;
  const lost = !connected || quiet >= Math.max(stallsAfter(seen), 2 * targetDuration * 1000);
  // who connects anew is not live until something comes
  if (lost) return connected && health.state === 'connecting' ? { state: 'connecting', since } : { state: 'lost', since };
  if (quiet >= stallsAfter(seen)) return { state: 'degraded', since, fault: 'stalled' };
  if (isFrozen(health, seen, now)) return { state: 'degraded', since, fault: 'frozen' };
  if (isSlow(seen)) return { state: 'degraded', since, fault: 'slow' };
  return { state: 'live', since };
}

/** A slide stands still as well, so it is a fault only where the other path shows that there is something to see; and then until it moves. */
function isFrozen(health: InputHealth, { frozenSince, slides, beside }: InputObservation, now: number): boolean {
  if (frozenSince === null || slides) return false;
  if (health.state === 'degraded' && health.fault === 'frozen') return true;
  const movingSince = beside?.movingSince ?? null;
  return now - frozenSince >= FROZEN && movingSince !== null && now - movingSince >= MOVED;
}

/** A picture that stands still needs few bits, and so does an easy one, by both paths: neither is a fault. */
function isSlow({ bitrate, usualBitrate, frozenSince, beside }: InputObservation): boolean {
  if (bitrate === null || usualBitrate === null || bitrate >= usualBitrate * SLOW || frozenSince !== null) return false;
  const other = beside?.usualBitrate ?? null;
  return other === null || (beside?.bitrate ?? other) >= other * FELL;
}

function neverSent(health: InputHealth, connected: boolean, now: number): InputHealth {
  if (connected) return { state: 'connecting', since: now };
  return { state: health.state === 'connecting' || health.state === 'idle' ? 'idle' : 'lost', since: now };
}
