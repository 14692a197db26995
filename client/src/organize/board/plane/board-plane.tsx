import { memo, type ReactNode, type RefObject, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Audience } from '@rules/placement/world.js';
import { useHeldInstant } from '../../../attend/grid/use-held-instant.js';
import { useScrollView } from '../../../attend/grid/use-scroll-view.js';
import { lengthOfLine } from '../model/time-line.js';
import type { BlockContext } from './block-context.js';
import styles from './board-plane.module.css';
import { CityView } from './city-view.js';
import { ConferenceAxis, HourLines } from './conference-axis.js';
import { type PlaneFrame, planeSize } from './plane-frame.js';
import { between, planeView, staggered, VIEW_STEP } from './plane-view.js';

interface Props {
  box: RefObject<HTMLDivElement | null>;
  frame: PlaneFrame;
  blocks: BlockContext;
  /** Of the conference. */
  zone: string;
  /** Epoch milliseconds, brought forward every minute. */
  now: number;
  audiences: readonly Audience[];
  /** The session at which the Tab key stops, and its city. */
  active: { id: string; cityId: string } | null;
  onCollapse: (cityId: string) => void;
  /** What is drawn over the sessions: places where something fits, what is carried, the others' pointers. */
  over: ReactNode;
}

/** Rooms and time, of which only what is in view is drawn. */
export const BoardPlane = memo(function BoardPlane({ box, frame, blocks, zone, now, audiences, active, onCollapse, over }: Props) {
  const { t } = useTranslation('board');
  const scroll = useScrollView(box, VIEW_STEP);
  const { axis, heads, sizes, line, layout } = frame;
  useHeldInstant(box, axis === 'across' ? 'inline' : 'block', line.hour);
  const view = useMemo(() => planeView(scroll, axis, heads), [scroll, axis, heads]);
  const shown = new Set(between(layout.cities, view.first, view.last));
  const { inline, block } = planeSize(frame);
  const length = heads.rooms + lengthOfLine(line);
  return (
    <div
      ref={box} className={styles.box} data-plane={axis} tabIndex={-1}
      style={axis === 'across' ? { scrollPaddingTop: heads.hours + sizes.header, scrollPaddingInlineStart: heads.rooms } : { scrollPaddingTop: heads.rooms, scrollPaddingInlineStart: heads.hours }}
    >
      <div className={styles.plane} style={{ width: inline, height: block }}>
        <ConferenceAxis frame={frame} {...staggered(view, 1)} zone={zone} now={now} audiences={audiences} />
        <div className={styles.layer}><HourLines frame={frame} {...staggered(view, 3)} zone={zone} now={now} /></div>
        <div role="grid" aria-label={t('plane.label')} aria-describedby="board-keys" aria-rowcount={layout.rooms.length + layout.cities.length} className={styles.layer}>
          {layout.cities.map((band) => {
            const activeId = active !== null && active.cityId === band.city.id ? active.id : null;
            return (shown.has(band) || activeId !== null) && (
              <CityView key={band.city.id} band={band} frame={frame} view={view} blocks={blocks} activeId={activeId} length={length} onCollapse={onCollapse} />
            );
          })}
        </div>
        <div className={styles.over}>{over}</div>
      </div>
    </div>
  );
});
