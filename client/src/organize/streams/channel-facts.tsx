import { useTranslation } from 'react-i18next';
import type { ChannelDetails } from '@contract/streams.js';
import { useFormat } from '../../ui/use-format.js';
import styles from '../organize.module.css';

/** Who may watch a channel, in which languages, and whether it shows slides. */
export function ChannelFacts({ channel: { access, languages, slides } }: { channel: ChannelDetails }) {
  const { t } = useTranslation('streams');
  const format = useFormat();
  const named = languages.map((tag) => format.language(tag));
  return <p className={styles.facts}>{t('access.label')}: {t(`access.${access}`)} · {named.length === 0 ? t('languages.none') : format.list(named)}{slides && ` · ${t('slides.fact')}`}</p>;
}
