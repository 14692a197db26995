import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import { VOLUME_STEP } from './player-keys.js';
import styles from './range.module.css';

/** @param volume 0 to 1 */
export function VolumeSlider({ volume, onChange }: { volume: number; onChange: (volume: number) => void }) {
  const { t } = useTranslation('player');
  const { locale } = useFormat();
  return (
    <input
      type="range"
      className={`${styles.range} ${styles.short}`}
      dir="ltr"
      min={0}
      max={1}
      step={VOLUME_STEP}
      value={volume}
      aria-label={t('volume')}
      aria-valuetext={new Intl.NumberFormat(locale, { style: 'percent' }).format(volume)}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  );
}
