import { useTranslation } from 'react-i18next';
import type { ReleasePreview } from '@contract/releases.js';
import { useFormat } from '../../../ui/use-format.js';
import styles from '../releases.module.css';

/** The speakers of the sessions that change: who hears of it, and who does not. */
export function SpeakersTold({ speakers }: { speakers: ReleasePreview['speakers'] }) {
  const { t } = useTranslation('releases');
  const told = speakers.filter((speaker) => speaker.told);
  const others = speakers.filter((speaker) => !speaker.told);
  return (
    <section className={styles.card}>
      <h3>{t('speakers.title')}</h3>
      {told.length === 0 ? <p className={styles.muted}>{t('speakers.none')}</p> : <Names label="speakers.told" speakers={told} />}
      {others.length > 0 && (
        <>
          <Names label="speakers.others" speakers={others} />
          <p className={styles.muted}>{t('speakers.whyNot')}</p>
        </>
      )}
    </section>
  );
}

function Names({ label, speakers }: { label: 'speakers.told' | 'speakers.others'; speakers: ReleasePreview['speakers'] }) {
  const { t } = useTranslation('releases');
  const format = useFormat();
  const words = t(label, { count: speakers.length, formatted: format.number(speakers.length) });
  return (
    <details className={styles.names} open={speakers.length <= 12}>
      <summary>{words}</summary>
      <ul aria-label={words}>
        {speakers.map(({ id, name }) => <li key={id}><bdi>{name}</bdi></li>)}
      </ul>
    </details>
  );
}
