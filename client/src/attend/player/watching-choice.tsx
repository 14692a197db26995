import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import { ChoiceGroup } from './choice-group.js';
import { pictureUpTo } from './media-engine.js';
import type { Player, PlayerView } from './player.js';

interface Props {
  player: Player;
  view: PlayerView;
  /** What there is to read without picture and sound, where it is not what a live stream has. */
  textHint?: string;
}

/** How much of the connection is used. */
export function WatchingChoice({ player, view: { offer, choices }, textHint }: Props) {
  const { t } = useTranslation('player');
  const { number } = useFormat();
  const now = offer.pictures.find(({ id }) => id === offer.pictureId);
  const fixed = choices.height === null ? null : pictureUpTo(choices.height, offer.pictures);
  const heights = [...new Set(offer.pictures.map(({ height }) => height))];
  const lines = (height: number): string => t('lines', { height: number(height) });
  return (
    <>
      <ChoiceGroup
        label={t('how')}
        options={(['video', 'audio', 'text'] as const).map((key) => ({ key, label: t(`mode.${key}`), hint: key === 'text' && textHint !== undefined ? textHint : t(`modeHint.${key}`) }))}
        value={choices.mode}
        onChange={(mode) => player.choose({ mode })}
      />
      {choices.mode === 'video' && heights.length > 0 && (
        <ChoiceGroup
          label={t('picture')}
          options={[
            { key: 'auto', label: t('auto'), ...(fixed === null && now !== undefined ? { hint: t('autoNow', { height: number(now.height) }) } : {}) },
            ...heights.map((height) => ({ key: String(height), label: lines(height) })),
          ]}
          value={fixed === null ? 'auto' : String(fixed.height)}
          onChange={(key) => player.choose({ height: key === 'auto' ? null : Number(key) })}
        />
      )}
    </>
  );
}
