import { useTranslation } from 'react-i18next';
import type { RippleOptions } from '@contract/live-day.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './change-drawer.module.css';

const SHORTEST_BREAK = 5;
const GRID = 5;

/** How far the ripple may go in taking time back. */
export function OptionBoxes({ options, onChange }: { options: RippleOptions; onChange: (options: RippleOptions) => void }) {
  const { t } = useTranslation('liveDay');
  const format = useFormat();
  const box = (label: string, isOn: boolean, set: (on: boolean) => RippleOptions) => (
    <label className={styles.box}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(set(event.target.checked))} />
      <span>{label}</span>
    </label>
  );
  return (
    <fieldset className={styles.boxes}>
      <legend className={styles.legend}>{t('options')}</legend>
      {box(t('option.cutBreaks', { minutes: format.duration(SHORTEST_BREAK) }), options.shortenBreaksTo !== null, (on) => ({ ...options, shortenBreaksTo: on ? SHORTEST_BREAK : null }))}
      {box(t('option.catchUp'), options.catchUp, (catchUp) => ({ ...options, catchUp }))}
      {box(t('option.grid', { minutes: format.duration(GRID) }), options.gridMinutes > 1, (on) => ({ ...options, gridMinutes: on ? GRID : 1 }))}
    </fieldset>
  );
}
