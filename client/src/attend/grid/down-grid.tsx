import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import styles from './down-grid.module.css';
import { hourTicks } from './hour-ticks.js';
import type { Block, CityGroup } from './layout-day.js';
import type { Spot } from './moved-blocks.js';
import { RoomColumn } from './room-column.js';
import { DOWN, pixels, STICKY } from './scale.js';
import type { BlockContext, Scene, ScrollRequest } from './scene.js';
import { useHeldInstant } from './use-held-instant.js';
import { useRoving } from './use-roving.js';
import { scrollToPoint, useScrollView } from './use-scroll-view.js';
import { useSlides } from './use-slides.js';

interface Props {
  scene: Scene;
  /** The city whose rooms stand beside each other. */
  group: CityGroup;
  blocks: BlockContext;
  request: ScrollRequest | null;
}

/** Where a second room peeks in at the edge, people see that there is more to swipe to. */
const PEEK = 0.82;

/** One city's day on a narrow screen: time runs down, and one swipes from room to room. */
export function DownGrid({ scene, group, blocks, request }: Props) {
  const { t } = useTranslation('grid');
  const format = useFormat();
  const box = useRef<HTMLDivElement>(null);
  const view = useScrollView(box);
  const { window, zoom, now } = scene;
  const zone = scene.cityHours ? group.city.zone : scene.zone;
  const { hour } = DOWN[zoom];
  const groups = useMemo(() => [group], [group]);
  const room = Math.max(160, view.width - STICKY.hours);
  const widths = useMemo(() => columnWidths(group, room), [group, room]);
  const length = pixels(window.to - window.from, hour);

  const spots = useMemo(() => {
    const found = new Map<string, Spot>();
    group.rows.forEach(({ blocks: held, lanes }, column) => {
      const { left, width } = widths[column]!;
      for (const { entry, start, lane } of held) {
        found.set(entry.session.id, { entry, x: left + (lane * width) / lanes, y: pixels(start - window.from, hour) });
      }
    });
    return found;
  }, [group, widths, window, hour]);
  useSlides(box, spots, `${window.date} ${zoom} ${group.city.id} ${room}`);

  const reveal = useCallback((block: Block) => {
    const spot = spots.get(block.entry.session.id);
    if (box.current !== null && spot !== undefined) scrollToPoint(box.current, { inline: spot.x, block: spot.y - 16 });
  }, [spots]);
  const roving = useRoving(box, groups, now, 'down', reveal);

  useEffect(() => {
    if (box.current === null || request === null) return;
    const column = widths[group.rows.findIndex((row) => row.place.room.id === request.roomId)];
    scrollToPoint(box.current, { inline: column?.left, block: pixels(request.instant - window.from, hour) - 48 }, request.smooth);
    // only when asked: a change of scale keeps what is in view, below
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [request, window.date]);
  useHeldInstant(box, 'block', hour);

  const ticks = useMemo(() => hourTicks(window.from, window.to, zone), [window, zone]);
  const places = ticks.map((tick) => ({ tick, y: pixels(tick - window.from, hour) })).filter(({ y }) => y >= view.top && y < view.bottom);
  const nowY = pixels(now - window.from, hour);
  const total = widths.reduce((sum, { width }) => sum + width, 0);
  return (
    <div ref={box} className={styles.box} style={{ scrollPaddingTop: STICKY.columnHeader, scrollPaddingInlineStart: STICKY.hours }} onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
      <div className={styles.plane} style={{ width: STICKY.hours + total, height: STICKY.columnHeader + length }}>
        <div className={styles.corner} style={{ width: STICKY.hours, height: STICKY.columnHeader }} title={zone}>
          <bdi>{format.zoneName(zone, window.from)}</bdi>
        </div>
        <div className={styles.hours} style={{ width: STICKY.hours, height: length }} aria-hidden="true">
          {places.map(({ tick, y }) => <span key={tick} className={styles.tick} style={{ top: y }}>{format.time(tick, zone)}</span>)}
          {window.from <= now && now < window.to && <span className={styles.nowFlag} style={{ top: nowY }}>{format.time(now, zone)}</span>}
        </div>
        <div className={styles.rooms} style={{ insetInlineStart: STICKY.hours, width: total }}>
          <div aria-hidden="true" style={{ height: 0 }}>
            {places.map(({ tick, y }) => <div key={tick} className={styles.hourLine} style={{ top: STICKY.columnHeader + y }} />)}
            {window.from <= now && now < window.to && <div className={styles.nowLine} style={{ top: STICKY.columnHeader + nowY }} />}
          </div>
          {group.rows.map((row, column) => {
            const { left, width } = widths[column]!;
            const isActive = row.blocks.some((block) => block.entry.session.id === roving.activeId);
            if (!isActive && (left + width < view.start || left >= view.end)) return null;
            return (
              <RoomColumn
                key={row.place.room.id} row={row} left={left} width={width} from={window.from} hour={hour} height={length}
                top={view.top} bottom={view.bottom} blocks={blocks} activeId={isActive ? roving.activeId : null}
                label={t('room', { room: row.place.room.name, city: row.place.city.name })}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function columnWidths(group: CityGroup, room: number): { left: number; width: number }[] {
  let left = 0;
  return group.rows.map(({ lanes }) => {
    const width = Math.round(group.rows.length === 1 ? room : Math.min(room * PEEK, 320)) * (lanes > 2 ? lanes / 2 : 1);
    left += width;
    return { left: left - width, width };
  });
}
