import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.js';
import type { RoomBand } from '../model/layout-board.js';
import { SHORTEST } from '../model/layout-board.js';
import { toPixels } from '../model/time-line.js';
import { BoardBlock } from './board-block.js';
import type { BlockContext } from './block-context.js';
import { CITY_NAME, type PlaneFrame } from './plane-frame.js';
import styles from './room-view.module.css';

interface Props {
  band: RoomBand;
  frame: PlaneFrame;
  /** The part of the line of time worth drawing, in pixels. */
  from: number;
  to: number;
  blocks: BlockContext;
  activeId: string | null;
}

/** A room, with when it is open and which satellite windows its venue has, and its sessions along time. */
export const RoomView = memo(function RoomView({ band, frame, from, to, blocks, activeId }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { axis, heads, sizes, line } = frame;
  const { room, venue, city } = band.place;
  const across = axis === 'across';
  const stretch = (start: number, end: number): { at: number; size: number } | null => {
    const at = toPixels(line, Math.max(start, line.from));
    const size = toPixels(line, Math.min(end, line.to)) - at;
    return at + size > from && at < to ? { at, size } : null;
  };
  const along = ({ at, size }: { at: number; size: number }) => (across ? { insetInlineStart: heads.rooms + at, width: size } : { top: heads.rooms + at, height: size });
  return (
    <div
      role="row" className={`${styles.room} ${styles[axis]}`} data-room={room.id}
      style={across ? { top: band.at, height: band.size } : { insetInlineStart: band.at, width: band.size }}
    >
      {blocks.closedOf(room.id).map(({ startsAt, endsAt }) => {
        const at = stretch(startsAt, endsAt);
        return at !== null && <div key={startsAt} aria-hidden="true" className={styles.closed} style={along(at)} title={blocks.words.closed} />;
      })}
      {blocks.windowsOf(venue.id).map((window) => {
        const at = stretch(window.startsAt, window.endsAt);
        return at !== null && <div key={`${window.startsAt} ${window.endsAt}`} aria-hidden="true" className={styles.window} style={along(at)} title={blocks.words.satelliteWindow(window, city.zone)} />;
      })}
      <div role="rowheader" className={styles.head} style={across ? { width: heads.rooms } : { top: CITY_NAME, height: heads.rooms - CITY_NAME }}>
        <bdi className={styles.name} title={room.name}>{room.name}</bdi>
        <span className={styles.facts}>
          <bdi className={styles.venue}>{venue.name}</bdi>
          {room.capacity !== null && <span className={styles.capacity} title={t('room.capacity')}>{format.number(room.capacity)}</span>}
        </span>
      </div>
      {band.entries.map((entry) => {
        const { session, at } = entry;
        if (at === null) return null;
        const start = toPixels(line, at.start);
        const size = toPixels(line, Math.max(at.end, at.start + SHORTEST)) - start;
        if ((start + size < from || start >= to) && session.id !== activeId) return null;
        const lane = sizes.padding / 2 + (band.laneOf.get(session.id) ?? 0) * sizes.lane;
        return (
          <BoardBlock
            key={session.id} entry={entry} zone={city.zone} axis={axis}
            inline={across ? heads.rooms + start : lane} block={across ? lane : heads.rooms + start}
            inlineSize={across ? size : sizes.lane} blockSize={across ? sizes.lane : size}
            severity={blocks.severityOf.get(session.id) ?? null} selected={blocks.selected.has(session.id)} carried={blocks.carried.has(session.id)}
            tabStop={session.id === activeId} words={blocks.words} movable={blocks.mayMove(city.id)}
          />
        );
      })}
    </div>
  );
});
