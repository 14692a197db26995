import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import styles from './grid-toolbar.module.css';
import type { DayWindow } from './day-windows.js';

interface Props {
  windows: readonly DayWindow[];
  chosen: DayWindow;
  zone: string;
  onChoose: (date: string) => void;
}

/** The days, in one line that is pushed sideways when it is long. */
export function DayTabs({ windows, chosen, zone, onChoose }: Props) {
  const { t } = useTranslation('grid');
  const format = useFormat();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen.date]);
  return (
    <div ref={list} role="group" aria-label={t('days')} className={styles.days}>
      {windows.map((window) => (
        <button
          key={window.date} type="button" className={styles.day} aria-pressed={window.date === chosen.date}
          onClick={() => onChoose(window.date)}
        >
          {format.shortDay(window.from, zone)}
        </button>
      ))}
    </div>
  );
}
