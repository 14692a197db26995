import { useTranslation } from 'react-i18next';
import type { Uplink } from '@contract/place.js';
import type { ChannelDetails, InputFigures } from '@contract/streams.js';
import type { IndexedRoom } from '../../attend/agenda-index.js';
import organize from '../organize.module.css';
import { ChannelFacts } from './channel-facts.js';
import { ChannelHead } from './channel-head.js';
import { InputSlot } from './input-slot.js';
import styles from './streams.module.css';

interface Props {
  channel: ChannelDetails;
  place: IndexedRoom;
  /** Of the stage's venue. */
  uplinks: readonly Uplink[];
  /** By input. */
  figures: ReadonlyMap<string, InputFigures>;
}

/** A room that sends, with its two paths. */
export function StageCard({ channel, place: { room, venue, city }, uplinks, figures }: Props) {
  const { t } = useTranslation('streams');
  return (
    <article className={organize.venue} aria-label={room.name}>
      <ChannelHead
        channel={channel}
        name={room.name}
        removal={{ title: t('stage.removeTitle', { name: room.name }), text: t('stage.removeText'), done: t('stage.removed', { name: room.name }) }}
      />
      <p className={organize.facts}><bdi>{venue.name}</bdi> · <bdi>{city.name}</bdi></p>
      <ChannelFacts channel={channel} />
      <div className={styles.slots}>
        {(['primary', 'backup'] as const).map((role) => (
          <InputSlot
            key={role}
            channelId={channel.id}
            stage={room.name}
            zone={city.zone}
            role={role}
            input={channel.inputs.find((input) => input.role === role)}
            figures={figures.get(channel.inputs.find((input) => input.role === role)?.id ?? '')}
            uplinks={uplinks}
          />
        ))}
      </div>
    </article>
  );
}
