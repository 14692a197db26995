import type { CityStatus } from '../now/moments.js';
import styles from './status-shape.module.css';

interface Props {
  status: CityStatus;
  /** Written into the shape of a city where something is on. */
  count?: string;
  /** Pixels. */
  size?: number;
}

/** A status as a shape and a colour: a disc, a diamond, a ring, a dash. The word stands beside it or in a label. */
export function StatusShape({ status, count, size = 22 }: Props) {
  return (
    <svg className={`${styles.shape} ${styles[status]}`} width={size} height={size} viewBox="-12 -12 24 24" aria-hidden="true" focusable="false">
      {status === 'on' && <circle r="11" />}
      {status === 'soon' && <path d="M0-10 10 0 0 10-10 0Z" />}
      {status === 'later' && <circle r="7" />}
      {status === 'over' && <path d="M-6 0H6" />}
      {status === 'on' && count !== undefined && <text y="4.5" textAnchor="middle">{count}</text>}
    </svg>
  );
}
