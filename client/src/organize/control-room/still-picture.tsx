import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useIsInView } from '../../app/use-is-in-view.js';
import styles from './picture.module.css';
import { type Still, StillDrawer } from './still-drawer.js';

interface Props {
  /** Null: nothing comes. */
  still: Still | null;
  /** What it shows, for those who do not see it. */
  label: string;
  /** Stands where there is no picture. */
  children: ReactNode;
}

/** The newest picture of a path, brought forward while it is in the window. */
export function StillPicture({ still, label, children }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawer = useRef<StillDrawer | null>(null);
  const [isThere, setIsThere] = useState(false);
  const inView = useIsInView(frame);
  useEffect(() => {
    if (canvas.current === null) return undefined;
    const opened = new StillDrawer(canvas.current, setIsThere);
    drawer.current = opened;
    return () => opened.close();
  }, []);
  const { init, media } = still ?? { init: null, media: null };
  useEffect(() => {
    if (init !== null && inView) drawer.current?.show({ init, media });
  }, [init, media, inView]);
  const isShown = isThere && still !== null;
  return (
    <div ref={frame} className={styles.picture}>
      <canvas ref={canvas} role="img" aria-label={label} hidden={!isShown} />
      {!isShown && <div className={styles.none}>{children}</div>}
    </div>
  );
}
