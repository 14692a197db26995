import { useTranslation } from 'react-i18next';
import { KeysDialog } from '../keys-dialog.js';

const KEYS = ['number', 'arrows', 'automatic', 'primary', 'backup', 'slate', 'handOver', 'help'] as const;

/** What the keys do. */
export function HelpDialog({ hands, onClose }: { hands: boolean; onClose: () => void }) {
  const { t } = useTranslation('controlRoom');
  const { t: tCommon } = useTranslation();
  const rows = KEYS.filter((key) => hands || key !== 'handOver').map((key) => ({ id: key, keys: t(`help.${key}.keys`), does: t(`help.${key}.does`) }));
  return (
    <KeysDialog title={t('help.title')} closeLabel={tCommon('app.close')} column="6rem" rows={rows} onClose={onClose}>
      <p>{t('help.text')}</p>
    </KeysDialog>
  );
}
