import { useTranslation } from 'react-i18next';
import { KeysDialog } from '../../keys-dialog.js';

const KEYS = ['arrows', 'enter', 'carry', 'rooms', 'resize', 'start', 'hour', 'drop', 'cancel', 'delete', 'choose', 'more', 'draw', 'all', 'undo'] as const;

/** What the keys do. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('board');
  const rows = KEYS.map((key) => ({ id: key, keys: t(`help.${key}.keys`), does: t(`help.${key}.does`) }));
  return <KeysDialog title={t('help.title')} closeLabel={t('close')} column="11rem" rows={rows} onClose={onClose} />;
}
