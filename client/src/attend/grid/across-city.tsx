import { memo } from 'react';
import { useFormat } from '../../ui/use-format.js';
import styles from './across-grid.module.css';
import { AcrossRow } from './across-row.js';
import type { DayWindow } from './day-windows.js';
import { hourTicks } from './hour-ticks.js';
import { pixels, STICKY } from './scale.js';
import type { BlockContext } from './scene.js';
import { boxesBetween, type GroupBox } from './stack-groups.js';
import type { ScrollView } from './use-scroll-view.js';

interface Props {
  box: GroupBox;
  view: ScrollView;
  window: DayWindow;
  scale: { hour: number; lane: number };
  /** Height in pixels. */
  header: number;
  cityHours: boolean;
  blocks: BlockContext;
  /** The session at which the Tab key stops, when it is in this city. */
  activeId: string | null;
}

/** A city's rooms under its name, which stays in view while they are. */
export const AcrossCity = memo(function AcrossCity({ box, view, window, scale, header, cityHours, blocks, activeId }: Props) {
  const { city } = box.group;
  const shown = new Set(boxesBetween(box.rows, view.top - STICKY.axis - box.top, view.bottom - box.top));
  return (
    <div role="rowgroup" className={styles.city} style={{ top: box.top, height: box.height }}>
      <div role="row" aria-rowindex={box.index} className={styles.cityHeader} style={{ top: STICKY.axis, height: header }}>
        <div role="rowheader" className={styles.cityName} style={{ minWidth: STICKY.roomName }}>
          <bdi>{city.name}</bdi>
          {cityHours && <CityZone zone={city.zone} instant={window.from} />}
        </div>
        {cityHours && <CityHours zone={city.zone} window={window} hour={scale.hour} view={view} />}
      </div>
      {box.rows.map((row) => {
        const isActive = activeId !== null && row.row.blocks.some((block) => block.entry.session.id === activeId);
        return (shown.has(row) || isActive) && (
          <AcrossRow
            key={row.row.place.room.id} box={row} from={window.from} start={view.start} end={view.end} scale={scale}
            blocks={blocks} activeId={isActive ? activeId : null}
          />
        );
      })}
    </div>
  );
});

function CityZone({ zone, instant }: { zone: string; instant: number }) {
  const format = useFormat();
  return <bdi className={styles.cityZone} title={zone}>{format.zoneName(zone, instant)}</bdi>;
}

/** The hours of the city's own clock, above its rooms. The blocks say their times themselves. */
function CityHours({ zone, window, hour, view }: { zone: string; window: DayWindow; hour: number; view: ScrollView }) {
  const format = useFormat();
  const ticks = hourTicks(window.from, window.to, zone, hour < 120 ? 2 : 1);
  return (
    <div className={styles.cityHours} style={{ insetInlineStart: STICKY.roomName }} aria-hidden="true">
      {ticks.map((tick) => {
        const x = pixels(tick - window.from, hour);
        return x >= view.start && x < view.end && <span key={tick} className={styles.cityTick} style={{ insetInlineStart: x }}>{format.time(tick, zone)}</span>;
      })}
    </div>
  );
}
