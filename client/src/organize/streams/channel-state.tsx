import { useTranslation } from 'react-i18next';
import type { Channel, ChannelState as State } from '@contract/channel.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Badge, type Tone } from '../../ui/badge.js';
import type { IconName } from '../../ui/icon.js';

const LOOK: Readonly<Record<State, { tone: Tone; icon: IconName }>> = {
  off: { tone: 'neutral', icon: 'minus' }, live: { tone: 'live', icon: 'now' }, backup: { tone: 'warn', icon: 'alert' }, slate: { tone: 'bad', icon: 'close' },
};

/** Whether a channel is on the air, as it is at this moment: by colour, sign and word. */
export function ChannelState({ channel }: { channel: Pick<Channel, 'id' | 'state'> }) {
  const { t } = useTranslation('streams');
  const { agenda } = useLiveAgenda();
  const state = agenda.channels[channel.id]?.state ?? channel.state;
  return <Badge tone={LOOK[state].tone} icon={LOOK[state].icon}>{t(`state.${state}`)}</Badge>;
}
