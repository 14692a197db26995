import { useTranslation } from 'react-i18next';
import type { Chapter } from '@contract/recordings.js';
import { KeysList } from '../player/keys-list.js';
import { LanguagesChoice } from '../player/languages-choice.js';
import type { PlayerView } from '../player/player.js';
import { PlayerPanel } from '../player/player-panel.js';
import type { PanelName } from '../player/settings-panel.js';
import { WatchingChoice } from '../player/watching-choice.js';
import type { Speed } from './speed.js';
import { SpeedChoice } from './speed-choice.js';
import { TalksPanel } from './talks-panel.js';
import type { HeldReplay } from './use-replay.js';

export type ReplayPanelName = PanelName | 'talks';

interface Props {
  id: string;
  name: ReplayPanelName;
  held: HeldReplay;
  view: PlayerView;
  chapters: readonly Chapter[];
  speed: Speed;
  linkable: boolean;
  onGo: (at: number) => void;
  onClose: () => void;
}

const KEYS = [['K', 'toggle'], ['M', 'mute'], ['F', 'fullScreen'], ['C', 'captions'], ['← →', 'seek'], ['↑ ↓', 'volume']] as const;
const OWN_KEYS = [['J L', 'far'], ['P N', 'talks'], ['Home End', 'ends'], ['< >', 'speed']] as const;

/** What there is to choose of a recording. */
export function ReplayPanel({ id, name, held: { player, position }, view, chapters, speed, linkable, onGo, onClose }: Props) {
  const { t } = useTranslation('player');
  const { t: tRecordings } = useTranslation('recordings');
  switch (name) {
    case 'talks':
      return <TalksPanel id={id} position={position} chapters={chapters} linkable={linkable} onGo={onGo} onClose={onClose} />;
    case 'language':
      return (
        <PlayerPanel id={id} label={t('languages')} onClose={onClose}>
          <LanguagesChoice player={player} view={view} />
        </PlayerPanel>
      );
    case 'watching': {
      const keys = [...KEYS.map(([key, act]) => ({ keys: key, does: t(`keys.${act}`) })), ...OWN_KEYS.map(([key, act]) => ({ keys: key, does: tRecordings(`player.keys.${act}`) }))];
      return (
        <PlayerPanel id={id} label={t('settings')} foot={<KeysList rows={keys} />} onClose={onClose}>
          <WatchingChoice player={player} view={view} textHint={tRecordings('player.textHint')} />
          {view.choices.mode !== 'text' && <SpeedChoice speed={speed} />}
        </PlayerPanel>
      );
    }
  }
}
