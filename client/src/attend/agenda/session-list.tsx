import { defaultRangeExtractor, type Range, useWindowVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsNarrow } from '../../app/use-is-narrow.js';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { useFormat } from '../../ui/use-format.js';
import { useBookmarks } from '../bookmarks.js';
import { useSessionLink } from '../session-link.js';
import { displacedBy, phaseOf } from '../session-marks.js';
import { SessionRow } from '../session-row.js';
import type { ListItem } from './group-sessions.js';
import styles from './session-list.module.css';

export interface SessionListHandle {
  /** `head`: a heading, to be read on from; `middle`: one session among others. */
  scrollTo: (index: number, to: 'head' | 'middle') => void;
}

interface Props {
  items: readonly ListItem[];
  now: number;
  /** Pixels at the top of the window that stay covered by what sticks there. */
  covered: () => number;
  onDayShown: (day: number) => void;
  handle: RefObject<SessionListHandle | null>;
  /** Where to begin; null: at the top. */
  startAt: number | null;
}

/** Heights of lists left before, so that going back finds its place at once. */
let measured: VirtualItem[] = [];

/** The sessions, of which only those about to be seen are in the page: 5,000 scroll like 50. */
export function SessionList({ items, now, covered, onDayShown, handle, startAt }: Props) {
  const { index, history, unseen } = useLiveAgenda();
  const { zoneFor } = useZone();
  const { ids: bookmarks, toggle } = useBookmarks();
  const linkTo = useSessionLink();
  const narrow = useIsNarrow();
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: (position) => HEIGHTS[narrow ? 'narrow' : 'wide'][items[position]?.item ?? 'session'],
    getItemKey: (position) => items[position]?.key ?? position,
    overscan: 4,
    initialOffset: () => (startAt === null ? scrollY : offsetOf(startAt, items, narrow)),
    rangeExtractor: (range) => withHeadings(range, items),
    scrollMargin: top,
    scrollPaddingStart: covered(),
    initialMeasurementsCache: measured,
    useFlushSync: false,
  });

  useLayoutEffect(() => {
    if (list.current !== null) setTop(list.current.getBoundingClientRect().top + scrollY);
  }, [items]);
  useEffect(() => () => void (measured = virtualizer.measurementsCache), [virtualizer]);
  useImperativeHandle(handle, () => ({ scrollTo: (position, to) => virtualizer.scrollToIndex(position, { align: to === 'head' ? 'start' : 'center' }) }), [virtualizer]);

  const begun = useRef(false);
  useLayoutEffect(() => {
    if (begun.current || top === 0) return;
    begun.current = true;
    if (startAt !== null) virtualizer.scrollToIndex(startAt, { align: 'start' });
  }, [startAt, top, virtualizer]);

  const rows = virtualizer.getVirtualItems();
  const offset = (virtualizer.scrollOffset ?? 0) + covered() + 8;
  const firstShown = rows.find((row) => row.end > offset);
  const dayShown = firstShown === undefined ? undefined : items[firstShown.index]?.day;
  useEffect(() => {
    if (dayShown !== undefined) onDayShown(dayShown);
  }, [dayShown, onDayShown]);

  const wasIn = (roomId: string | null) => (roomId === null ? null : (index.rooms.find((known) => known.room.id === roomId) ?? null));
  return (
    <div ref={list} className={styles.list} style={{ blockSize: virtualizer.getTotalSize() }}>
      {rows.map((row) => {
        const item = items[row.index];
        if (item === undefined) return null;
        return (
          <div
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={row.index}
            className={styles.line}
            style={{ transform: `translateY(${row.start - top}px)` }}
          >
            {item.item === 'session' ? (
              <ListedSession
                item={item}
                now={now}
                zone={zoneFor(item.entry.city.zone)}
                href={linkTo(item.entry.session.id)}
                history={history.get(item.entry.session.id)}
                wasIn={wasIn}
                unseen={unseen.get(item.entry.session.id)?.length ?? 0}
                bookmarked={bookmarks.has(item.entry.session.id)}
                onToggleBookmark={toggle}
              />
            ) : (
              <Heading item={item} />
            )}
          </div>
        );
      })}
    </div>
  );
}

/** The rows about to be seen, and before them the headings that they stand under, for those who go by headings. */
function withHeadings(range: Range, items: readonly ListItem[]): number[] {
  const rows = defaultRangeExtractor(range);
  const first = rows[0] ?? 0;
  const above = items.slice(0, first + 1);
  const headings = [above.findLastIndex((item) => item.item === 'day'), above.findLastIndex((item) => item.item === 'time')];
  return [...headings.filter((index) => index !== -1 && index < first).sort((a, b) => a - b), ...rows];
}

/** Pixels, about: so that the first rows drawn are those that stay. */
function offsetOf(position: number, items: readonly ListItem[], narrow: boolean): number {
  const heights = HEIGHTS[narrow ? 'narrow' : 'wide'];
  return items.slice(0, position).reduce((sum, item) => sum + heights[item.item], 0);
}

/** Pixels, about: the true ones are measured. */
const HEIGHTS = { wide: { day: 60, time: 44, session: 92 }, narrow: { day: 60, time: 44, session: 150 } } as const;

type ListedProps = Omit<Parameters<typeof SessionRow>[0], 'entry' | 'heading' | 'phase' | 'displaced' | 'wasIn'> & {
  item: Extract<ListItem, { item: 'session' }>;
  now: number;
  history: Parameters<typeof displacedBy>[1];
  wasIn: (roomId: string | null) => Parameters<typeof SessionRow>[0]['wasIn'];
};

function ListedSession({ item, now, history, wasIn, ...row }: ListedProps) {
  const displaced = useStable(displacedBy(item.entry, history, now));
  return <SessionRow {...row} heading="h4" entry={item.entry} phase={phaseOf(item.entry, now)} displaced={displaced} wasIn={wasIn(displaced?.wasRoomId ?? null)} />;
}

/** The value held before where the new one says the same, so that a row is not drawn anew each minute. */
function useStable<T>(value: T): T {
  const held = useRef(value);
  if (JSON.stringify(held.current) !== JSON.stringify(value)) held.current = value;
  return held.current;
}

function Heading({ item }: { item: Extract<ListItem, { item: 'day' | 'time' }> }) {
  const { t } = useTranslation('agenda');
  const format = useFormat();
  const { mode, mine } = useZone();
  if (item.item === 'day') return <h2 className={styles.day}>{format.day(item.wall, 'UTC')}</h2>;
  const time = format.time(item.wall, 'UTC');
  return (
    <h3 className={styles.time}>
      <bdi>{time}</bdi> <span className={styles.zone}>{mode === 'city' ? t('localTime') : format.zoneName(mine, item.instant)}</span>
    </h3>
  );
}
