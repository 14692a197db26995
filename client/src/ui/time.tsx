import styles from './time.module.css';
import { useFormat } from './use-format.js';

interface Props {
  /** Epoch milliseconds. */
  instant: number;
  /** The end of a range, where it is one. */
  end?: number;
  /** IANA name. */
  zone: string;
  withDay?: boolean;
  /** False where the zone stands beside it already, for all times of a table: it is then in the title only. */
  withZone?: boolean;
}

/** A time for people in a zone, whose short name is always there. */
export function Time({ instant, end, zone, withDay = false, withZone = true }: Props) {
  const format = useFormat();
  const zoneName = format.zoneName(zone, instant);
  const words = end === undefined ? format.time(instant, zone) : format.timeRange(instant, end, zone);
  return (
    <time dateTime={new Date(instant).toISOString()} title={`${format.dateTime(instant, zone)} (${zone})`} className={styles.time}>
      {withDay && <span>{format.shortDay(instant, zone)} </span>}
      <bdi className={styles.clock}>{words}</bdi>
      {withZone && <> <bdi className={styles.zone}>{zoneName}</bdi></>}
    </time>
  );
}
