import { memo } from 'react';
import styles from './across-grid.module.css';
import { pixels, STICKY } from './scale.js';
import type { BlockContext } from './scene.js';
import { SessionBlock } from './session-block.js';
import type { RowBox } from './stack-groups.js';

interface Props {
  box: RowBox;
  /** Epoch milliseconds at the start of the line of time. */
  from: number;
  /** The part of the line in view, in pixels. */
  start: number;
  end: number;
  scale: { hour: number; lane: number };
  blocks: BlockContext;
  activeId: string | null;
}

export const AcrossRow = memo(function AcrossRow({ box, from, start, end, scale, blocks, activeId }: Props) {
  const { place } = box.row;
  return (
    <div role="row" aria-rowindex={box.index} className={styles.row} style={{ top: box.top, height: box.height }}>
      <div role="rowheader" className={styles.roomName} style={{ width: STICKY.roomName }}>
        <bdi className={styles.room}>{place.room.name}</bdi>
        <bdi className={styles.venue}>{place.venue.name}</bdi>
      </div>
      {box.row.blocks.map((block) => {
        const id = block.entry.session.id;
        const x = pixels(block.start - from, scale.hour);
        const width = pixels(block.end - from, scale.hour) - x;
        if ((x + width < start || x >= end) && id !== activeId) return null;
        return (
          <SessionBlock
            key={id} as="cell" entry={block.entry} words={blocks.words} href={blocks.hrefOf(id)}
            x={STICKY.roomName + x} y={3 + block.lane * scale.lane} width={width} height={scale.lane}
            on={block.entry.session.status !== 'cancelled' && block.entry.start <= blocks.now && blocks.now < block.entry.end}
            changed={blocks.unseen.has(id)} bookmarked={blocks.bookmarks.has(id)} tabStop={id === activeId}
          />
        );
      })}
    </div>
  );
});
