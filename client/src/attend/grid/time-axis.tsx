import { useMemo } from 'react';
import { useFormat } from '../../ui/use-format.js';
import styles from './across-grid.module.css';
import type { DayWindow } from './day-windows.js';
import { hourTicks } from './hour-ticks.js';
import { pixels, STICKY } from './scale.js';
import type { ScrollView } from './use-scroll-view.js';

interface Props {
  window: DayWindow;
  zone: string;
  /** Pixels an hour. */
  hour: number;
  view: ScrollView;
  now: number;
  /** Of what stands below, in pixels. */
  height: number;
}

/** An hour this close to the present, in pixels, would be half covered by it. */
const UNDER_FLAG = 64;

/** The hours over the rooms with a line down from each, and the line of the present. Blocks say their times themselves. */
export function TimeAxis({ window, zone, hour, view, now, height }: Props) {
  const format = useFormat();
  const step = hour < 120 ? 2 : 1;
  const ticks = useMemo(() => hourTicks(window.from, window.to, zone, step), [window, zone, step]);
  const inView = (x: number): boolean => x >= view.start && x < view.end;
  const places = ticks.map((tick) => ({ tick, x: pixels(tick - window.from, hour) })).filter(({ x }) => inView(x));
  const nowX = pixels(now - window.from, hour);
  const showNow = window.from <= now && now < window.to;
  return (
    <div aria-hidden="true" className={styles.axisLayer}>
      <div className={styles.axis} style={{ height: STICKY.axis }}>
        <div className={styles.corner} style={{ width: STICKY.roomName }} title={zone}>
          <bdi>{format.zoneName(zone, window.from)}</bdi>
        </div>
        {places.map(({ tick, x }) => (
          !(showNow && Math.abs(x + 24 - nowX) < UNDER_FLAG) && <span key={tick} className={styles.tick} style={{ insetInlineStart: STICKY.roomName + x }}>{format.time(tick, zone)}</span>
        ))}
        {showNow && <span className={styles.nowFlag} style={{ insetInlineStart: STICKY.roomName + nowX }}>{format.time(now, zone)}</span>}
      </div>
      {places.map(({ tick, x }) => (
        <div key={tick} className={styles.hourLine} style={{ insetInlineStart: STICKY.roomName + x, top: STICKY.axis, height }} />
      ))}
      {showNow && <div className={styles.nowLine} style={{ insetInlineStart: STICKY.roomName + nowX, top: STICKY.axis, height }} />}
    </div>
  );
}
