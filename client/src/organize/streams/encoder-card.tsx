import { useTranslation } from 'react-i18next';
import type { StreamInput, StreamSecret } from '@contract/streams.js';
import { useCopy } from '../../attend/use-copy.js';
import { Dialog } from '../../ui/dialog.js';
import { IconButton } from '../../ui/icon-button.js';
import { encoderSheets, type EncoderLine } from './encoder-lines.js';
import styles from './streams.module.css';

interface Props {
  input: StreamInput;
  /** Just made; null: it was shown before. */
  secret: StreamSecret | null;
  onClose: () => void;
}

/** What is typed into OBS or a hardware encoder, line by line, each to be copied. */
export function EncoderCard({ input, secret, onClose }: Props) {
  const { t } = useTranslation('streams');
  const { t: tCommon } = useTranslation();
  const { kind } = input;
  return (
    <Dialog title={t('card.title')} closeLabel={tCommon('app.close')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className={styles.card}>
        {secret !== null && <p className={styles.once}>{t(`card.once.${secret.kind}`)}</p>}
        {secret === null && (kind === 'rtmp' || kind === 'srt') && <p className={styles.muted}>{t(`card.gone.${kind}`)}</p>}
        {encoderSheets(input, secret).map(({ sheet, lines }) => (
          <section key={sheet} className={styles.sheet}>
            <h3>{t(`card.${sheet}`)}</h3>
            {sheet === 'obs' && <p className={styles.muted}><bdi dir="ltr">{t('card.obsHow')}</bdi></p>}
            <dl className={styles.lines}>
              {lines.map((line) => <Line key={line.name} line={line} />)}
            </dl>
          </section>
        ))}
        <section className={styles.sheet}>
          <h3>{t('card.settings')}</h3>
          <p>{t('card.settingsText')}</p>
        </section>
      </div>
    </Dialog>
  );
}

function Line({ line: { name, value } }: { line: EncoderLine }) {
  const { t } = useTranslation('streams');
  const copy = useCopy();
  const what = t(`card.line.${name}`);
  return (
    <div>
      <dt>{what}</dt>
      <dd>
        {value === null || value === '' ? <span className={styles.muted}>{t(value === null ? 'card.hidden' : 'card.leaveEmpty')}</span> : <code dir="ltr">{value}</code>}
        {value !== null && value !== '' && (
          <IconButton icon="copy" label={t('card.copyNamed', { what })} onPress={() => copy(value, { copied: t('card.copied', { what }), failed: t('card.copyFailed') })} />
        )}
      </dd>
    </div>
  );
}
