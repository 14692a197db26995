import { useMemo } from 'react';
import type { VenueId } from '@contract/ids.js';
import type { Window } from '@rules/availability.js';
import type { Finding } from '@rules/finding.js';
import type { PlacementWorld } from '@rules/placement/world.js';
import { worstBySession } from '../findings/worst-of.js';
import { outside } from '../model/shading.js';
import type { TimeLine } from '../model/time-line.js';
import type { BlockContext } from './block-context.js';
import { useBlockWords } from './use-block-words.js';

const NO_WINDOWS: readonly Window[] = [];

interface Given extends Pick<BlockContext, 'selected' | 'carried' | 'mayMove'> {
  findings: readonly Finding[];
  world: PlacementWorld;
  line: TimeLine;
}

/** What blocks and rooms are drawn with: the same object until some of it changes. */
export function useBlockContext({ findings, world, line, selected, carried, mayMove }: Given): BlockContext {
  const words = useBlockWords();
  const severityOf = useMemo(() => worstBySession(findings), [findings]);
  const closed = useMemo(() => {
    const held = new Map<string, readonly Window[]>();
    for (const [id, { open }] of world.rooms) held.set(id, open === null ? NO_WINDOWS : outside(line, open));
    return held;
  }, [world, line]);
  return useMemo((): BlockContext => ({
    severityOf, selected, carried, words, mayMove,
    closedOf: (roomId) => closed.get(roomId) ?? NO_WINDOWS,
    windowsOf: (venueId) => world.venues.get(venueId as VenueId)?.satelliteWindows ?? NO_WINDOWS,
  }), [severityOf, selected, carried, words, mayMove, closed, world]);
}
