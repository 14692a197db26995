import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftEdit } from '@contract/board.js';
import type { RestoreReceipt } from '@contract/releases.js';
import { RequestRefused } from '../../../account/ask-api.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { showToast } from '../../../ui/toasts.js';
import { useFormat } from '../../../ui/use-format.js';
import { sendDraftEdit } from '../../board/store/board-requests.js';
import { Loaded } from '../../loaded.js';
import { sayWhyNot } from '../../say-why-not.js';
import { restoreRelease, undoOf } from '../releases-requests.js';
import styles from '../releases.module.css';
import { useComparison, useReadAnew } from '../use-releases.js';
import { RestoreOutcome } from './restore-outcome.js';
import { RestorePlan } from './restore-plan.js';

interface Props {
  slug: string;
  number: number;
  onClose: () => void;
}

/** Asks before the draft becomes what a release was, and tells what could not be brought back. */
export function RestoreDialog({ slug, number, onClose }: Props) {
  const { t } = useTranslation(['releases', 'organize']);
  const format = useFormat();
  const readAnew = useReadAnew(slug);
  const comparison = useComparison(slug, number, 'draft');
  const [receipt, setReceipt] = useState<RestoreReceipt | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const named = { number: format.number(number) };

  async function restore(): Promise<void> {
    setSending(true);
    try {
      const restored = await restoreRelease(slug, number);
      tell(restored.edit);
      if (restored.gone.length > 0 || restored.waived.length > 0) setReceipt(restored);
      else onClose();
      await readAnew();
    } catch (error) {
      setRefused(error);
    } finally {
      setSending(false);
    }
  }

  function tell(edit: DraftEdit | null): void {
    if (edit === null) return showToast(t('restore.same'));
    const undo = undoOf(edit);
    if (undo === null) return showToast(t('restore.done', named));
    showToast(t('restore.done', named), {
      label: t('organize:undo.action'),
      run: () => void sendDraftEdit(slug, undo).then(async () => {
        showToast(t('organize:undo.done'));
        await readAnew();
      }, (error: unknown) => sayWhyNot(error, t('organize:form.notSent'))),
    });
  }

  return (
    <Dialog title={t('restore.title', named)} closeLabel={t('organize:form.cancel')} isOpen onOpenChange={(open) => !open && !sending && onClose()}>
      {receipt !== null ? <RestoreOutcome slug={slug} receipt={receipt} onClose={onClose} /> : (
        <div className={styles.column}>
          <Loaded queries={[comparison]}>{() => <RestorePlan changes={comparison.data!.changes} />}</Loaded>
          {refused !== null && (
            <p className={styles.alert} role="alert">{refused instanceof RequestRefused && refused.problem !== null ? refused.problem.detail : t('organize:form.notSent')}</p>
          )}
          <div className={styles.end}>
            <Button onPress={onClose} isDisabled={sending}>{t('organize:form.cancel')}</Button>
            <Button look="strong" isDisabled={sending || comparison.data === undefined} onPress={() => void restore()}>{t('restore.yes')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
