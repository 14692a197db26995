import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import styles from './streams.module.css';

interface Props {
  title: string;
  text: string;
  /** What the button does that goes on: "Remove". */
  action: string;
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks before what cannot be undone. */
export function ConfirmDialog({ title, text, action, onConfirm, onClose }: Props) {
  const { t } = useTranslation('organize');
  const { t: tCommon } = useTranslation();
  const [isBusy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    setBusy(true);
    await onConfirm();
    onClose();
  };
  return (
    <Dialog
      title={title}
      closeLabel={tCommon('app.close')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      foot={
        <div className={styles.confirm}>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
          <Button look="strong" isDisabled={isBusy} onPress={() => void confirm()}>{action}</Button>
        </div>
      }
    >
      <p>{text}</p>
    </Dialog>
  );
}
