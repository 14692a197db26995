import { useTranslation } from 'react-i18next';
import type { StreamEvent } from '@contract/streams.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { Time } from '../../ui/time.js';
import styles from './log.module.css';
import { useEventWords } from './use-event-words.js';

/** What happened to all stages, the newest first. Not read out by itself: what matters of it is an alert. */
export function EventLog({ events, zone }: { events: readonly StreamEvent[]; zone: string }) {
  const { t } = useTranslation('controlRoom');
  const { t: tStreams } = useTranslation('streams');
  const { agenda } = useLiveAgenda();
  const words = useEventWords();
  const nameOf = (channelId: string): string => {
    const channel = agenda.channels[channelId];
    return channel?.roomId == null ? tStreams('programme.name') : (agenda.rooms[channel.roomId]?.name ?? '');
  };
  return (
    <section className={styles.log} aria-labelledby="control-room-log">
      <h2 id="control-room-log">{t('log.title')}</h2>
      {events.length === 0 ? <p className={styles.muted}>{t('log.empty')}</p> : (
        // so that the keyboard can scroll it
        <ol tabIndex={0} aria-labelledby="control-room-log">
          {events.map((event) => (
            <li key={event.id} data-grave={isGrave(event)}>
              <Icon name={iconOf(event)} size={1} />
              <span className={styles.entry}>
                <span className={styles.when}><Time instant={Date.parse(event.at)} zone={zone} /> · <bdi>{nameOf(event.channelId)}</bdi></span>
                <span>{words(event)}</span>
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const isGrave = ({ what }: StreamEvent): boolean => what === 'input.lost' || what === 'stage.on-slate';

function iconOf({ what, by }: StreamEvent): IconName {
  if (by !== null) return 'person';
  if (what === 'input.lost' || what === 'stage.on-slate') return 'close';
  if (what === 'input.degraded' || what === 'stage.on-backup') return 'alert';
  if (what === 'input.live' || what === 'stage.on-primary') return 'check';
  return what.startsWith('programme.') ? 'video' : 'minus';
}
