import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetails } from '@contract/agenda-requests.js';
import { RequestRefused } from '../../account/ask-api.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import styles from './sessions.module.css';

interface Props {
  session: SessionDetails;
  onClose: () => void;
  onRemove: () => Promise<void>;
}

/** Asks before a session is removed for good: its slot, its answers and its address go with it, and nothing brings them back. */
export function RemoveDialog({ session, onClose, onRemove }: Props) {
  const { t } = useTranslation('organize');
  const [refused, setRefused] = useState<unknown>(null);
  const [isSending, setSending] = useState(false);
  async function remove(): Promise<void> {
    setSending(true);
    try {
      await onRemove();
    } catch (error) {
      setRefused(error);
      setSending(false);
    }
  }
  return (
    <Dialog title={t('sessions.removeTitle', { name: session.title })} closeLabel={t('form.cancel')} isOpen onOpenChange={(open) => !open && onClose()}>
      <div className={styles.remove}>
        <p>{t(session.published === null ? 'sessions.removeText' : 'sessions.removePublished')}</p>
        {refused !== null && <p role="alert">{refused instanceof RequestRefused && refused.problem !== null ? refused.problem.detail : t('form.notSent')}</p>}
        <div className={styles.foot}>
          <Button autoFocus onPress={onClose}>
            {t('form.cancel')}
          </Button>
          <Button look="strong" isDisabled={isSending} onPress={() => void remove()}>
            {t('sessions.removeYes')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
