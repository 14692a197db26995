import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '@rules/finding.js';
import { RequestRefused } from '../../../account/ask-api.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/text-field.js';
import type { FindingWords } from '../../board/findings/use-finding-words.js';
import type { BoardEntry, BoardIndex } from '../../board/model/board-index.js';
import { sendDraftEdit } from '../../board/store/board-requests.js';
import styles from '../releases.module.css';
import { useReadAnew } from '../use-releases.js';
import { aboutOf, DraftFinding } from './draft-finding.js';

interface Props {
  slug: string;
  finding: Finding;
  words: FindingWords;
  index: BoardIndex;
  onWaived: () => void;
}

/** As short as a reason may be. */
const LEAST = 3;

/** What stands in the way of a release, and the choice to let it be, with a reason. */
export function BlockingFinding({ slug, finding, words, index, onWaived }: Props) {
  const { t } = useTranslation(['releases', 'board', 'organize']);
  const readAnew = useReadAnew(slug);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | undefined>();
  const [sending, setSending] = useState(false);
  const entry = index.byId.get(aboutOf(finding));

  async function waive(): Promise<void> {
    if (reason.trim().length < LEAST) return setError(t('board:waive.tooShort'));
    if (entry?.session.slot == null) return setError(t('findings.movedMeanwhile'));
    setSending(true);
    try {
      await sendDraftEdit(slug, waiverOf(entry, entry.session.slot, reason.trim()));
      await readAnew();
      onWaived();
    } catch (refused) {
      setSending(false);
      // where somebody else was faster, what they did is shown, and the reason stays for another try
      if (refused instanceof RequestRefused && refused.code === 'draft-conflict') await readAnew();
      setError(whyNot(refused));
    }
  }

  function whyNot(refused: unknown): string {
    if (!(refused instanceof RequestRefused) || refused.problem === null) return t('organize:form.notSent');
    return refused.code === 'draft-conflict' ? t('findings.movedMeanwhile') : refused.problem.detail;
  }

  return (
    <DraftFinding slug={slug} finding={finding} words={words} index={index}>
      {!open ? (
        <Button onPress={() => setOpen(true)} aria-label={t('findings.waiveNamed', { name: entry?.session.title ?? '' })}>{t('board:waive.action')}</Button>
      ) : (
        <form className={styles.waive} noValidate onSubmit={(event) => {
          event.preventDefault();
          void waive();
        }}
        >
          <TextField
            label={t('board:waive.reason')} description={t('board:waive.reasonHint')} error={error} value={reason} maxLength={500} autoFocus
            onChange={(value) => {
              setReason(value);
              setError(undefined);
            }}
          />
          <div className={styles.buttons}>
            <Button look="strong" type="submit" isDisabled={sending}>{t('board:waive.confirm')}</Button>
            <Button onPress={() => setOpen(false)}>{t('organize:form.cancel')}</Button>
          </div>
        </form>
      )}
    </DraftFinding>
  );
}

const waiverOf = ({ session }: BoardEntry, slot: NonNullable<BoardEntry['session']['slot']>, waiver: string): Parameters<typeof sendDraftEdit>[1] => ({
  what: 'waive', requestId: crypto.randomUUID(),
  set: [{ sessionId: session.id, expected: session.edit, to: { roomId: slot.roomId, startsAt: slot.startsAt, endsAt: slot.endsAt, anchor: slot.anchor, waiver } }],
});
