import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReleasePreview } from '@contract/releases.js';
import { RequestRefused } from '../../../account/ask-api.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { useFormat } from '../../../ui/use-format.js';
import { groupChanges } from '../changes/group-changes.js';
import styles from '../releases.module.css';

interface Props {
  preview: ReleasePreview;
  note: string;
  /** @throws RequestRefused, which is shown here */
  onRelease: () => Promise<void>;
  onClose: () => void;
}

/** Says what a release does before it does it: it is public at once, and people are told. */
export function ConfirmRelease({ preview, note, onRelease, onClose }: Props) {
  const { t } = useTranslation(['releases', 'organize']);
  const format = useFormat();
  const [refused, setRefused] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const { groups, ofSessions, others } = groupChanges(preview.changes);
  const told = preview.speakers.filter((speaker) => speaker.told).length;

  async function release(): Promise<void> {
    setSending(true);
    try {
      await onRelease();
    } catch (error) {
      setRefused(error);
      setSending(false);
    }
  }

  return (
    <Dialog title={t('confirm.title')} closeLabel={t('organize:form.cancel')} isOpen onOpenChange={(open) => !open && !sending && onClose()}>
      <div className={styles.column}>
        <p>{t('confirm.changes', { count: ofSessions, formatted: format.number(ofSessions) })}</p>
        <ul className={styles.sums}>
          {groups.map(({ group, changes: own }) => <li key={group}>{t(`group.${group}`)}: {format.number(own.length)}</li>)}
        </ul>
        {others > 0 && <p>{t('others', { count: others, formatted: format.number(others) })}</p>}
        <p>{t('confirm.told', { count: told, formatted: format.number(told) })}</p>
        {note !== '' && <blockquote className={styles.note}><bdi>{note}</bdi></blockquote>}
        {refused !== null && (
          <p className={styles.alert} role="alert">{refused instanceof RequestRefused && refused.problem !== null ? refused.problem.detail : t('organize:form.notSent')}</p>
        )}
        <div className={styles.end}>
          <Button onPress={onClose} isDisabled={sending}>{t('organize:form.cancel')}</Button>
          <Button look="strong" isDisabled={sending} onPress={() => void release()}>{t(sending ? 'confirm.sending' : 'confirm.yes')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
