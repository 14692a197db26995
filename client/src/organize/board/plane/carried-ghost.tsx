import { type Ref, useSyncExternalStore } from 'react';
import { Icon } from '../../../ui/icon.js';
import { useFormat } from '../../../ui/use-format.js';
import type { Carried, CarryStore } from '../carry/carry-store.js';
import { worstOf } from '../findings/worst-of.js';
import styles from './carried-ghost.module.css';
import { type PlaneFrame, slotBox, styleOf } from './plane-frame.js';

interface Props {
  store: CarryStore;
  frame: PlaneFrame;
  zoneOf: (roomId: string) => string;
}

/** Where what is carried would come to stand. The only part of the board that is drawn anew while something moves. */
export function CarriedGhost({ store, frame, zoneOf }: Props) {
  const format = useFormat();
  const carried = useSyncExternalStore(store.subscribe, store.read);
  if (carried?.target == null || carried.target === 'tray') return null;
  const { target } = carried;
  const box = slotBox(frame, target);
  const worst = worstOf(carried.findings);
  const look = worst === null ? styles.fits : styles[worst];
  return (
    <>
      {carried.beside.map(({ entry, to }) => {
        const beside = slotBox(frame, to);
        return beside !== null && <div key={entry.session.id} className={`${styles.ghost} ${look}`} style={styleOf(beside)}><bdi className={styles.title}>{entry.session.title}</bdi></div>;
      })}
      {box !== null && (
        <div className={`${styles.ghost} ${look}`} style={styleOf(box)} data-ghost={worst ?? 'fits'}>
          <span className={styles.time}>
            <Icon name={worst === 'blocking' ? 'close' : worst === 'warning' ? 'alert' : 'check'} size={0.875} />
            {format.timeRange(target.start, target.end, zoneOf(target.roomId))}
          </span>
          <bdi className={styles.title}>{carried.lead.session.title}</bdi>
        </div>
      )}
    </>
  );
}

/** What hangs at the pointer while it is over nothing that could take it. */
export function CarriedChip({ store, ref }: { store: CarryStore; ref: Ref<HTMLDivElement> }) {
  const carried = useSyncExternalStore(store.subscribe, store.read);
  return (
    <div ref={ref} className={styles.chip} hidden={carried === null || !floats(carried)} aria-hidden="true">
      {carried?.lead.session.title}
      {carried !== null && carried.alongside.length > 0 && ` +${carried.alongside.length}`}
    </div>
  );
}

const floats = ({ by, target }: Carried): boolean => by === 'pointer' && (target === null || target === 'tray');
