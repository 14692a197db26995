import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { hourTicks } from '../../../attend/grid/hour-ticks.js';
import { Icon } from '../../../ui/icon.js';
import { useFormat } from '../../../ui/use-format.js';
import type { CityBand } from '../model/layout-board.js';
import { nights } from '../model/shading.js';
import { toPixels } from '../model/time-line.js';
import type { BlockContext } from './block-context.js';
import styles from './city-view.module.css';
import { hourStep } from './hour-step.js';
import { CITY_NAME, type PlaneFrame } from './plane-frame.js';
import { between, type PlaneView, staggered } from './plane-view.js';
import { RoomView } from './room-view.js';

interface Props {
  band: CityBand;
  frame: PlaneFrame;
  view: PlaneView;
  blocks: BlockContext;
  /** The session at which the Tab key stops, where it is in this city. */
  activeId: string | null;
  /** The whole plane's length, in pixels. */
  length: number;
  onCollapse: (cityId: string) => void;
}

/** A city's rooms under its name and the hours of its own clocks, which stay in view while they are. */
export const CityView = memo(function CityView({ band, frame, view, blocks, activeId, length, onCollapse }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { axis, heads, sizes, line } = frame;
  const { city } = band;
  const across = axis === 'across';
  const number = band.rooms[0]?.index ?? 0;
  const dark = useMemo(() => nights(line, city.zone), [line, city.zone]);
  const shown = new Set(between(band.rooms, view.first - band.at, view.last - band.at));
  const count = t('city.sessions', { count: band.sessions, formatted: format.number(band.sessions) });
  return (
    <div
      role="rowgroup" className={`${styles.city} ${styles[axis]}`} data-collapsed={band.collapsed || undefined}
      style={across ? { top: heads.hours + band.at, height: band.size } : { insetInlineStart: heads.hours + band.at, width: band.size, height: length }}
    >
      {!band.collapsed && dark.map(({ startsAt, endsAt }) => {
        const at = toPixels(line, Math.max(startsAt, line.from));
        const size = toPixels(line, Math.min(endsAt, line.to)) - at;
        return at + size > view.from && at < view.to && (
          <div key={startsAt} aria-hidden="true" className={styles.night} style={across ? { insetInlineStart: heads.rooms + at, width: size, top: sizes.header } : { top: heads.rooms + at, height: size, insetInlineStart: sizes.header }} />
        );
      })}
      <div role="row" className={styles.header} style={across ? { top: heads.hours, height: sizes.header } : { height: CITY_NAME }}>
        <div role="rowheader" className={styles.name} style={across ? { minWidth: heads.rooms } : { insetInlineStart: heads.hours, maxWidth: band.size }}>
          <button type="button" className={styles.collapse} aria-expanded={!band.collapsed} onClick={() => onCollapse(city.id)} title={`${city.name} · ${count}`}>
            <Icon name={band.collapsed ? 'chevron' : 'down'} size={0.875} />
            <bdi className={styles.title}>{city.name}</bdi>
          </button>
          {(across || !band.collapsed) && <bdi className={styles.zone} title={city.zone}>{format.zoneName(city.zone, line.from)}</bdi>}
          {band.collapsed && across && <span className={styles.count}>{count}</span>}
        </div>
        {across && <CityHours frame={frame} {...staggered(view, number)} zone={city.zone} />}
      </div>
      {!across && !band.collapsed && (
        <div aria-hidden="true" className={styles.hoursColumn} style={{ width: sizes.header, height: length, insetInlineStart: heads.hours }}>
          <div className={styles.hoursHead} style={{ top: CITY_NAME, height: heads.rooms - CITY_NAME }} />
          <CityHours frame={frame} {...staggered(view, number)} zone={city.zone} />
        </div>
      )}
      {band.rooms.map((room) => {
        const isActive = activeId !== null && room.entries.some(({ session }) => session.id === activeId);
        return (shown.has(room) || isActive) && (
          <RoomView key={room.place.room.id} band={room} frame={frame} {...staggered(view, room.index)} blocks={blocks} activeId={isActive ? activeId : null} />
        );
      })}
    </div>
  );
});

const CityHours = memo(function CityHours({ frame, from, to, zone }: { frame: PlaneFrame; from: number; to: number; zone: string }) {
  const format = useFormat();
  const { axis, line, heads } = frame;
  const ticks = useMemo(() => hourTicks(line.from, line.to, zone, hourStep(line.hour, axis)), [line, zone, axis]);
  return (
    <div aria-hidden="true" className={styles.hours}>
      {ticks.map((tick) => {
        const at = toPixels(line, tick);
        return at > from && at < to && (
          <span key={tick} className={styles.tick} style={axis === 'across' ? { insetInlineStart: heads.rooms + at } : { top: heads.rooms + at }}>{format.time(tick, zone)}</span>
        );
      })}
    </div>
  );
});
