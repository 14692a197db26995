import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { StreamEvent } from '@contract/streams.js';
import { followStreams, type StreamsLine } from './follow-streams.js';
import type { HeardFigures } from './model/stage-view.js';

export interface Line {
  /** `lost`: what is shown is what was told before. */
  state: 'connecting' | 'open' | 'lost';
  /** Since when it is so: milliseconds since the epoch. */
  since: number;
  /** By channel. */
  heard: ReadonlyMap<string, HeardFigures>;
}

/** Milliseconds over which what was told is gathered before the page is drawn: each channel is told by itself. */
const GATHER = 150;
/** Kept of the log. */
const MOST = 100;

export const eventsKey = (slug: string): readonly string[] => ['organize', slug, 'stream-events'];
export const showKey = (slug: string): readonly string[] => ['organize', slug, 'run-of-show'];
const channelsKey = (slug: string): readonly string[] => ['organize', slug, 'channels'];

/** Figures and log of a conference's streams as they come. @param stages how many there are: where that changes, the server is asked anew */
export function useLine(slug: string, stages: number): Line {
  const client = useQueryClient();
  const [line, setLine] = useState<Line>(() => ({ state: 'connecting', since: Date.now(), heard: new Map() }));
  const held = useRef<StreamsLine | null>(null);
  useEffect(() => {
    const gathered = new Map<string, HeardFigures>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = (): void => {
      timer = undefined;
      const news = new Map(gathered);
      gathered.clear();
      setLine((before) => ({ ...before, heard: new Map([...before.heard, ...news]) }));
    };
    const say = (state: Line['state']): void => setLine((before) => (before.state === state ? before : { ...before, state, since: Date.now() }));
    held.current = followStreams(slug, {
      figures: (channels) => {
        for (const figures of channels) gathered.set(figures.channelId, { figures, at: Date.now() });
        timer ??= setTimeout(show, GATHER);
      },
      happened: (event) => {
        client.setQueryData<readonly StreamEvent[]>(eventsKey(slug), (before) => (before === undefined ? before : withEvent(before, event)));
        if (!event.what.startsWith('director.')) return;
        void client.invalidateQueries({ queryKey: channelsKey(slug) });
        void client.invalidateQueries({ queryKey: showKey(slug) });
      },
      followed: () => {
        say('open');
        for (const key of [eventsKey, showKey, channelsKey]) void client.invalidateQueries({ queryKey: key(slug) });
      },
      lost: () => say('lost'),
    });
    return () => {
      clearTimeout(timer);
      held.current?.close();
    };
  }, [slug, client]);
  useEffect(() => held.current?.followAnew(), [stages]);
  return line;
}

/** The newest first; one that is known already is not told twice. */
function withEvent(events: readonly StreamEvent[], event: StreamEvent): readonly StreamEvent[] {
  return events.some(({ id }) => id === event.id) ? events : [event, ...events].slice(0, MOST);
}
