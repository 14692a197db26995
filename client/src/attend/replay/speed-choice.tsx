import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import { ChoiceGroup } from '../player/choice-group.js';
import { keepSpeed, parseSpeed, SPEEDS, type Speed } from './speed.js';

/** How fast a recording is played. */
export function SpeedChoice({ speed }: { speed: Speed }) {
  const { t } = useTranslation('recordings');
  const { number } = useFormat();
  return (
    <ChoiceGroup
      inRow
      label={t('player.speed')}
      options={SPEEDS.map((one) => ({ key: String(one), label: one === 1 ? t('player.normal') : t('player.speedOf', { speed: number(one) }) }))}
      value={String(speed)}
      onChange={(key) => keepSpeed(parseSpeed(key))}
    />
  );
}
