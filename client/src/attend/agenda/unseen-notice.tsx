import { useTranslation } from 'react-i18next';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './unseen-notice.module.css';

/** How many sessions changed unlooked at, with a way to the next of them and a way to be done with them all. */
export function UnseenNotice({ onShow }: { onShow: (sessionId: string) => void }) {
  const { t } = useTranslation('agenda');
  const format = useFormat();
  const { unseen, index, markAllSeen } = useLiveAgenda();
  const next = [...unseen.keys()].find((id) => index.byId.has(id));
  if (unseen.size === 0) return null;
  return (
    <div className={styles.notice} data-testid="unseen">
      <Icon name="alert" size={1.125} />
      <span className={styles.words}>{t('unseen', { count: unseen.size, formatted: format.number(unseen.size) })}</span>
      {next !== undefined && (
        <Button look="quiet" onPress={() => onShow(next)}>
          {t('nextChange')}
        </Button>
      )}
      <Button look="quiet" onPress={markAllSeen}>
        {t('markAllSeen')}
      </Button>
    </div>
  );
}
