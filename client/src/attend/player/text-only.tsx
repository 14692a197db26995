import { useTranslation } from 'react-i18next';
import type { ChannelMoment } from './channel-moment.js';
import type { PlayerChoices } from './player-choices.js';
import { ReadAlong } from './read-along.js';
import { SessionWords } from './session-words.js';
import styles from './text-only.module.css';

interface Props {
  slug: string;
  channelId: string;
  moment: ChannelMoment;
  choices: PlayerChoices;
}

/** What is on, in words: for a connection that carries no sound. No media are fetched. */
export function TextOnly({ slug, channelId, moment: { on }, choices }: Props) {
  const { t } = useTranslation('player');
  return (
    <div className={styles.text}>
      <p className={styles.note}>{t('textOnly')}</p>
      {on === null ? <p className={styles.title}>{t('nothingOn')}</p> : <SessionWords entry={on} />}
      <ReadAlong slug={slug} channelId={channelId} choices={choices} />
    </div>
  );
}
