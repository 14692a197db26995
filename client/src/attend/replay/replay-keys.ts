import { actOfKey, type KeyAct } from '../player/player-keys.js';

/** What a key does in a recording: as in a live player, and what only a video with an end has. */
export type ReplayKeyAct = Exclude<KeyAct, 'live'> | 'far-back' | 'far-forward' | 'first' | 'last' | 'slower' | 'faster' | 'talk-before' | 'talk-after';

/** By the key's place, as in {@link actOfKey}. */
const BY_CODE: Readonly<Record<string, ReplayKeyAct>> = { KeyJ: 'far-back', KeyL: 'far-forward', KeyP: 'talk-before', KeyN: 'talk-after' };
/** `<` and `>` where English and Persian keyboards have them, whichever of the two is printed on which. */
const WITH_SHIFT: Readonly<Record<string, ReplayKeyAct>> = { Comma: 'slower', Period: 'faster' };
/** And wherever else they are. */
const BY_KEY: Readonly<Record<string, ReplayKeyAct>> = { '<': 'slower', '>': 'faster' };
const ENDS: Readonly<Record<string, ReplayKeyAct>> = { Home: 'first', End: 'last' };

/** Null where the key is the browser's or the focused control's own. */
export function actOfReplayKey(event: Parameters<typeof actOfKey>[0] & Pick<KeyboardEvent, 'shiftKey'>, on: Parameters<typeof actOfKey>[1]): ReplayKeyAct | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  const own = BY_CODE[event.code] ?? (event.shiftKey ? WITH_SHIFT[event.code] : undefined) ?? BY_KEY[event.key] ?? (on === 'slider' || on === 'other' ? ENDS[event.key] : undefined);
  if (own !== undefined) return own;
  const shared = actOfKey(event, on);
  return shared === 'live' ? null : shared;
}

/** Seconds of one press of the keys that go further. */
export const FAR = 10;
