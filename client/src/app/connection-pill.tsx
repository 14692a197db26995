import { useTranslation } from 'react-i18next';
import { useAgendaState } from '../live/agenda-state.js';
import type { Connection } from '../live/live-agenda.js';
import { useFormat } from '../ui/use-format.js';
import styles from './connection-pill.module.css';
import { useSince } from './use-since.js';

/** How true the agenda is, in a word, a shape and a colour; who follows with us, where it is known. */
export function ConnectionPill() {
  const { t } = useTranslation();
  const format = useFormat();
  const since = useSince();
  const state = useAgendaState();
  const connection: Connection = state.phase === 'ready' ? state.live.connection : { state: 'loading' };
  const total = state.phase === 'ready' ? state.live.presence?.total : undefined;
  const following = total === undefined ? '' : t('connection.following', { count: total, formatted: format.number(total) });
  const time = connection.state === 'offline' ? since(connection.since) : '';
  const hint = connection.state === 'loading' ? '' : t(`connection.${connection.state}Hint`, { time });
  if (state.phase === 'unknown') return null;
  return (
    <span className={styles.pill} data-state={connection.state} data-testid="connection" title={[hint, following].filter(Boolean).join(' ')}>
      <span className={styles.shape} aria-hidden="true" />
      <span className={styles.word}>{t(connection.state === 'offline' ? 'connection.offlineShort' : `connection.${connection.state}`)}</span>
      {total !== undefined && total > 1 && connection.state === 'live' && (
        <span className={styles.count}>
          <span aria-hidden="true">{format.number(total)}</span>
          <span className={styles.heard}>{following}</span>
        </span>
      )}
    </span>
  );
}
