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
  /** What was read when the release was asked for: this is what is released, or nothing. */
  preview: ReleasePreview;
  note: string;
  /** Whether somebody edited the draft since. */
  isEdited: boolean;
  /** Whether it is being looked at again. */
  isReading: boolean;
  /** @throws RequestRefused, which is shown here */
  onRelease: () => Promise<void>;
  /** Reads what the release would do now. */
  onLookAgain: () => void;
  onClose: () => void;
}

/** Says what a release does before it does it: it is public at once, and people are told. */
export function ConfirmRelease({ preview, note, isEdited, isReading, onRelease, onLookAgain, onClose }: Props) {
  const { t } = useTranslation(['releases', 'organize']);
  const format = useFormat();
  const [refused, setRefused] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const { groups, ofSessions, others } = groupChanges(preview.changes);
  const told = preview.speakers.filter((speaker) => speaker.told).length;
  // what the server refused tells it too, where the word of the edit is still on its way here
  const [refusedAt, setRefusedAt] = useState<number | null>(null);
  const isStale = isEdited || refusedAt === preview.edit;

  async function release(): Promise<void> {
    setSending(true);
    try {
      await onRelease();
    } catch (error) {
      if (error instanceof RequestRefused && error.code === 'draft-edited') setRefusedAt(preview.edit);
      else setRefused(error);
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
        {isStale && !sending && <p className={styles.alert} role="alert">{t('confirm.edited')}</p>}
        <div className={styles.end}>
          <Button onPress={onClose} isDisabled={sending}>{t('organize:form.cancel')}</Button>
          {isStale && !sending ? <Button look="strong" isDisabled={isReading} onPress={onLookAgain}>{t('confirm.lookAgain')}</Button>
            : <Button look="strong" isDisabled={sending} onPress={() => void release()}>{t(sending ? 'confirm.sending' : 'confirm.yes')}</Button>}
        </div>
      </div>
    </Dialog>
  );
}
