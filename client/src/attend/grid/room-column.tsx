import { memo } from 'react';
import styles from './down-grid.module.css';
import type { RoomRow } from './layout-day.js';
import { pixels, STICKY } from './scale.js';
import type { BlockContext } from './scene.js';
import { SessionBlock } from './session-block.js';

interface Props {
  row: RoomRow;
  /** Pixels, as all that follows: of the column from the start of line, and of its part in view. */
  left: number;
  width: number;
  height: number;
  top: number;
  bottom: number;
  /** Epoch milliseconds at the top. */
  from: number;
  hour: number;
  blocks: BlockContext;
  activeId: string | null;
  label: string;
}

/** A room with its sessions down the day. */
export const RoomColumn = memo(function RoomColumn({ row, left, width, height, top, bottom, from, hour, blocks, activeId, label }: Props) {
  const lane = width / row.lanes;
  return (
    <section className={styles.column} style={{ insetInlineStart: left, width, height: STICKY.columnHeader + height }}>
      <h2 className={styles.columnHeader} style={{ height: STICKY.columnHeader }}>
        <bdi>{row.place.room.name}</bdi>
      </h2>
      <ul className={styles.sessions} aria-label={label}>
        {row.blocks.map((block) => {
          const id = block.entry.session.id;
          const y = pixels(block.start - from, hour);
          const length = pixels(block.end - from, hour) - y;
          if ((y + length < top || y >= bottom) && id !== activeId) return null;
          return (
            <SessionBlock
              key={id} as="item" entry={block.entry} words={blocks.words} href={blocks.hrefOf(id)}
              x={block.lane * lane} y={y} width={lane} height={length}
              on={block.entry.session.status !== 'cancelled' && block.entry.start <= blocks.now && blocks.now < block.entry.end}
              changed={blocks.unseen.has(id)} bookmarked={blocks.bookmarks.has(id)} tabStop={id === activeId}
            />
          );
        })}
      </ul>
    </section>
  );
});
