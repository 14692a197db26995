import styles from './skeleton.module.css';

interface Props {
  /** CSS lengths: those of what will stand here, so that nothing moves when it comes. */
  width?: string;
  height?: string;
}

export function Skeleton({ width = '100%', height = '1em' }: Props) {
  return <span className={styles.skeleton} style={{ inlineSize: width, blockSize: height }} aria-hidden="true" />;
}
