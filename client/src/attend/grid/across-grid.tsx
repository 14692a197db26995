import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AcrossCity } from './across-city.js';
import styles from './across-grid.module.css';
import type { Block } from './layout-day.js';
import type { Spot } from './moved-blocks.js';
import { ACROSS, pixels, STICKY } from './scale.js';
import type { BlockContext, Scene, ScrollRequest } from './scene.js';
import { boxesBetween, stackGroups } from './stack-groups.js';
import { TimeAxis } from './time-axis.js';
import { useHeldInstant } from './use-held-instant.js';
import { useRoving } from './use-roving.js';
import { inlineScroll, scrollToPoint, useScrollView } from './use-scroll-view.js';
import { useSlides } from './use-slides.js';

interface Props {
  scene: Scene;
  blocks: BlockContext;
  request: ScrollRequest | null;
}

/** The day with time along the line of text and rooms below each other, under their cities. Draws only what is in view. */
export function AcrossGrid({ scene, blocks, request }: Props) {
  const { t } = useTranslation('grid');
  const box = useRef<HTMLDivElement>(null);
  const view = useScrollView(box);
  const { window, groups, zoom, now, zone } = scene;
  const scale = ACROSS[zoom];
  const header = scene.cityHours ? STICKY.cityHeaderWithHours : STICKY.cityHeader;
  const stack = useMemo(() => stackGroups(groups, { header, lane: scale.lane, padding: 6, gap: 0 }), [groups, header, scale]);
  const length = pixels(window.to - window.from, scale.hour);

  const spots = useMemo(() => {
    const found = new Map<string, Spot>();
    for (const city of stack.boxes) {
      for (const { row, top } of city.rows) {
        for (const { entry, start, lane } of row.blocks) {
          found.set(entry.session.id, { entry, x: pixels(start - window.from, scale.hour), y: city.top + top + lane * scale.lane });
        }
      }
    }
    return found;
  }, [stack, window, scale]);
  useSlides(box, spots, `${window.date} ${zoom}`);

  const reveal = useCallback((block: Block) => {
    const element = box.current;
    const spot = spots.get(block.entry.session.id);
    if (element === null || spot === undefined) return;
    const end = pixels(block.end - window.from, scale.hour);
    scrollToPoint(element, {
      inline: nearest(inlineScroll(element), element.clientWidth - STICKY.roomName, spot.x, end),
      block: nearest(element.scrollTop, element.clientHeight - STICKY.axis - header, spot.y - header, spot.y - header + scale.lane),
    });
  }, [spots, window, scale, header]);
  const roving = useRoving(box, groups, now, 'across', reveal);

  useEffect(() => {
    const element = box.current;
    if (element === null || request === null) return;
    const inline = pixels(request.instant - window.from, scale.hour) - (element.clientWidth - STICKY.roomName) / 4;
    const city = stack.boxes.find((held) => held.group.city.id === request.cityId);
    const row = city?.rows.find((held) => held.row.place.room.id === request.roomId);
    // from the city's name on, unless the room stands too far below it
    const block = city === undefined || row === undefined || row.top + row.height < element.clientHeight / 2 ? city?.top : city.top + row.top - header;
    scrollToPoint(element, { inline, block }, request.smooth);
    // only when asked: a change of scale keeps what is in view, below
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [request, window.date]);
  useHeldInstant(box, 'inline', scale.hour);

  const shown = new Set(boxesBetween(stack.boxes, view.top - STICKY.axis, view.bottom));
  return (
    <div ref={box} className={styles.box} style={{ scrollPaddingTop: STICKY.axis + header, scrollPaddingInlineStart: STICKY.roomName }} onKeyDown={roving.onKeyDown} onFocus={roving.onFocus}>
      <div className={styles.plane} style={{ width: STICKY.roomName + length, height: STICKY.axis + stack.height }}>
        <TimeAxis window={window} zone={zone} hour={scale.hour} view={view} now={now} height={stack.height} />
        <div role="grid" aria-label={t('label')} aria-describedby="grid-keys" aria-rowcount={stack.rowCount} className={styles.cities} style={{ height: stack.height }}>
          {stack.boxes.map((city) => {
            const holdsActive = roving.activeId !== null && city.rows.some(({ row }) => row.blocks.some((block) => block.entry.session.id === roving.activeId));
            return (shown.has(city) || holdsActive) && (
              <AcrossCity
                key={city.group.city.id} box={city} view={view} window={window} scale={scale} header={header} cityHours={scene.cityHours}
                blocks={blocks} activeId={holdsActive ? roving.activeId : null}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** The scroll position closest to the present one at which `[from, to]` is in view; its start when it is longer than the view. */
function nearest(scroll: number, size: number, from: number, to: number): number {
  if (from < scroll || to - from > size) return from - 16;
  return to > scroll + size ? to - size + 16 : scroll;
}
