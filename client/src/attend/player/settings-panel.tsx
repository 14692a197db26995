import { useTranslation } from 'react-i18next';
import { DelayChoice } from './delay-choice.js';
import { KeysList } from './keys-list.js';
import { LanguagesChoice } from './languages-choice.js';
import type { Player, PlayerView } from './player.js';
import { PlayerPanel } from './player-panel.js';
import { WatchingChoice } from './watching-choice.js';

/** `language`: what is heard and read. `watching`: how much of the connection is used. */
export type PanelName = 'language' | 'watching';

interface Props {
  id: string;
  name: PanelName;
  player: Player;
  view: PlayerView;
  onClose: () => void;
}

const KEYS = [['K', 'toggle'], ['M', 'mute'], ['F', 'fullScreen'], ['C', 'captions'], ['L', 'live'], ['← →', 'seek'], ['↑ ↓', 'volume']] as const;

/** The choices of a live player. */
export function SettingsPanel({ id, name, player, view, onClose }: Props) {
  const { t } = useTranslation('player');
  if (name === 'language') {
    return (
      <PlayerPanel id={id} label={t('languages')} onClose={onClose}>
        <LanguagesChoice player={player} view={view} />
      </PlayerPanel>
    );
  }
  return (
    <PlayerPanel id={id} label={t('settings')} foot={<KeysList rows={KEYS.map(([keys, act]) => ({ keys, does: t(`keys.${act}`) }))} />} onClose={onClose}>
      <WatchingChoice player={player} view={view} />
      <DelayChoice player={player} view={view} />
    </PlayerPanel>
  );
}
