import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './audience-count.module.css';
import type { Player } from './player.js';
import { useAudience } from './use-audience.js';

/** About how many people watch; nothing where they are too few to be told. Not announced: it is there to be read. */
export function AudienceCount({ player, channelId }: { player: Player | null; channelId: string }) {
  const { t } = useTranslation('player');
  const format = useFormat();
  const watching = useAudience(player, channelId);
  if (watching === null) return null;
  return (
    <p className={styles.audience}>
      <Icon name="person" size={1} />
      {t('audience', { count: watching, formatted: format.number(watching) })}
    </p>
  );
}
