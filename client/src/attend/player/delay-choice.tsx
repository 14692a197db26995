import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from './choice-group.js';
import type { Player, PlayerView } from './player.js';

/** How close to now a live picture is. */
export function DelayChoice({ player, view: { choices } }: { player: Player; view: PlayerView }) {
  const { t } = useTranslation('player');
  if (choices.mode !== 'video') return null;
  return (
    <ChoiceGroup
      label={t('delay')}
      options={(['short', 'steady'] as const).map((key) => ({ key, label: t(`delays.${key}`), hint: t(`delayHint.${key}`) }))}
      value={choices.delay}
      onChange={(delay) => player.choose({ delay })}
    />
  );
}
