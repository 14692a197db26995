import { type RefObject, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Window } from '@rules/availability.js';
import { useScrollView } from '../../../attend/grid/use-scroll-view.js';
import type { Carried, CarryStore } from '../carry/carry-store.js';
import { worstOf } from '../findings/worst-of.js';
import { lengthOf } from '../model/board-index.js';
import { blockedStarts } from '../model/no-fit.js';
import { toInstant, toPixels } from '../model/time-line.js';
import styles from './places-layer.module.css';
import { boxOf, type PlaneFrame, styleOf } from './plane-frame.js';
import { planeView } from './plane-view.js';

interface Props {
  box: RefObject<HTMLElement | null>;
  store: CarryStore;
  frame: PlaneFrame;
  gridMinutes: number;
}

/** Where what is carried may not begin, in the rooms in view. */
export function NoFitLayer(props: Props) {
  const { store } = props;
  // the same object while its target changes, so that this is not drawn anew with each step
  const lead = useSyncExternalStore(store.subscribe, () => (store.read()?.act === 'move' ? store.read()!.lead : null));
  const carried = lead === null ? null : store.read();
  return carried === null ? null : <OfCarried key={carried.lead.session.id} {...props} carried={carried} />;
}

/** So many rooms are asked about in a frame. */
const ROOMS_A_FRAME = 2;

function OfCarried({ box, store, frame, gridMinutes, carried }: Props & { carried: Carried }) {
  const scroll = useScrollView(box);
  const { lead, alongside } = carried;
  const view = useMemo(() => planeView(scroll, frame.axis, frame.heads), [scroll, frame]);
  const [blocked, setBlocked] = useState<ReadonlyMap<string, readonly Window[]>>(new Map());

  useEffect(() => {
    const line = { from: Math.max(frame.line.from, toInstant(frame.line, view.from)), to: Math.min(frame.line.to, toInstant(frame.line, view.to)) };
    const rooms = frame.layout.rooms.filter(({ place, size }) => {
      const at = frame.layout.roomAt.get(place.room.id) ?? 0;
      return at + size > view.first && at < view.last;
    });
    const found = new Map<string, readonly Window[]>();
    const ask = (): void => {
      for (const { place: { room, city } } of rooms.splice(0, ROOMS_A_FRAME)) {
        const isBlocked = (start: number): boolean => {
          const there = store.findingsAt({ lead, alongside }, { roomId: room.id, start, end: start + lengthOf(lead) });
          return there === null || worstOf(there) === 'blocking';
        };
        found.set(room.id, blockedStarts(isBlocked, line, gridMinutes, city.zone));
      }
      if (rooms.length > 0) asking = requestAnimationFrame(ask);
      else setBlocked(found);
    };
    let asking = requestAnimationFrame(ask);
    return () => cancelAnimationFrame(asking);
  }, [frame, view, store, lead, alongside, gridMinutes]);

  return (
    <div aria-hidden="true" data-no-fit>
      {frame.layout.rooms.flatMap(({ place, size }) => (blocked.get(place.room.id) ?? []).map(({ startsAt, endsAt }) => {
        const at = toPixels(frame.line, startsAt);
        return <div key={`${place.room.id} ${startsAt}`} className={styles.noFit} style={styleOf(boxOf(frame, { at, size: toPixels(frame.line, endsAt) - at }, { at: frame.layout.roomAt.get(place.room.id) ?? 0, size }))} />;
      }))}
    </div>
  );
}
