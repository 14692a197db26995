import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** A part of the session's page under its heading. */
export function Section({ title, children, boxed = false }: { title: string; children: ReactNode; boxed?: boolean }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={`${styles.section} ${boxed ? styles.boxed : ''}`}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
