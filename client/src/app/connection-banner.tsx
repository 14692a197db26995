import { useTranslation } from 'react-i18next';
import { useAgendaState } from '../live/agenda-state.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import styles from './connection-banner.module.css';
import { useSince } from './use-since.js';

/** Says at the head of the page that what it shows may be old. In the page always, so that it is read out when it speaks. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const since = useSince();
  const state = useAgendaState();
  const connection = state.phase === 'ready' ? state.live.connection : null;
  const offline = connection?.state === 'offline' ? connection : null;
  const outdated = state.phase === 'ready' && state.outdated;
  return (
    <div role="status">
      {offline !== null && !outdated && (
        <p className={styles.banner}>
          <Icon name="alert" size={1.125} />
          <span>
            <strong>{t('connection.offline', { time: since(offline.since) })}.</strong> {t('connection.offlineHint', { time: since(offline.since) })}
          </span>
        </p>
      )}
      {outdated && (
        <p className={styles.banner}>
          <span>{t('protocol.text')}</span>
          <Button onPress={() => location.reload()}>{t('protocol.action')}</Button>
        </p>
      )}
    </div>
  );
}
