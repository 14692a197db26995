import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DAY } from '../../app/wall-clock.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './day-tabs.module.css';

interface Props {
  /** Numbers of local days, as `wallDay` counts. */
  days: readonly number[];
  current: number | null;
  onChoose: (day: number) => void;
}

/** The days of the conference: where one is in the list, and ways to jump. */
export function DayTabs({ days, current, onChoose }: Props) {
  const { t } = useTranslation('agenda');
  const format = useFormat();
  const strip = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = strip.current?.querySelector<HTMLElement>('[aria-current]');
    const holder = strip.current;
    if (element == null || holder === null) return;
    // along the strip only: the page itself stays where it is
    holder.scrollTo({ left: element.offsetLeft - holder.clientWidth / 2 + element.clientWidth / 2 });
  }, [current]);
  return (
    <nav ref={strip} aria-label={t('days')} className={styles.strip}>
      {days.map((day) => (
        <button key={day} type="button" className={styles.tab} aria-current={day === current ? 'true' : undefined} onClick={() => onChoose(day)}>
          {format.shortDay(day * DAY, 'UTC')}
        </button>
      ))}
    </nav>
  );
}
