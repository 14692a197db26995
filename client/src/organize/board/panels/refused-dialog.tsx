import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/text-field.js';
import { FindingList } from '../findings/finding-list.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import type { Finding } from '@rules/finding.js';
import styles from './panels.module.css';

interface Props {
  title: string;
  text: string;
  findings: readonly Finding[];
  about: string;
  words: FindingWords;
  confirmLabel: string;
  onWaive: (reason: string) => void;
  onClose: () => void;
}

/** As short as a reason may be. */
const LEAST = 3;

/** What is in the way, and the choice to let it be, with a reason that the other organizers read. */
export function RefusedDialog({ title, text, findings, about, words, confirmLabel, onWaive, onClose }: Props) {
  const { t } = useTranslation('board');
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isShort = reason.trim().length < LEAST;
  return (
    <Dialog title={title} closeLabel={t('close')} isOpen onOpenChange={(open) => !open && onClose()}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isShort) onWaive(reason.trim());
        }}
      >
        <p>{text}</p>
        <FindingList findings={findings} words={words} about={about} />
        <TextField label={t('waive.reason')} description={t('waive.reasonHint')} error={asked && isShort ? t('waive.tooShort') : undefined} value={reason} onChange={setReason} maxLength={500} />
        <div className={styles.actions}>
          <Button onPress={onClose}>{t('waive.leave')}</Button>
          <Button look="strong" type="submit">{confirmLabel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
