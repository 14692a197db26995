import { DateInput, DateSegment } from 'react-aria-components/DateField';
import styles from './fields.module.css';

/** The parts of a date or time, each typed or turned by the arrow keys, in the order of the reader's locale. */
export function Segments() {
  return <DateInput className={`${styles.input} ${styles.segments}`}>{(segment) => <DateSegment segment={segment} className={styles.segment} />}</DateInput>;
}
