import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ReleasePreview } from '@contract/releases.js';
import { RequestRefused } from '../../../account/ask-api.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/text-field.js';
import { showToast } from '../../../ui/toasts.js';
import { useFormat } from '../../../ui/use-format.js';
import { sayWhyNot } from '../../say-why-not.js';
import { releaseDraft } from '../releases-requests.js';
import styles from '../releases.module.css';
import { usePreview, useReadAnew } from '../use-releases.js';
import { ConfirmRelease } from './confirm-release.js';

interface Props {
  slug: string;
  preview: ReleasePreview;
}

/** The note and the release itself. What is confirmed is what is released: where somebody edited the draft since, one is asked to look again. */
export function ReleaseForm({ slug, preview }: Props) {
  const { t } = useTranslation(['releases', 'organize']);
  const format = useFormat();
  const navigate = useNavigate();
  const latest = usePreview(slug);
  const readAnew = useReadAnew(slug);
  const whyNotId = useId();
  const [note, setNote] = useState('');
  const [confirming, setConfirming] = useState<ReleasePreview | null>(null);
  const [reading, setReading] = useState(false);
  const blocking = preview.findingCounts.blocking;

  async function ask(): Promise<void> {
    setReading(true);
    const { data, error } = await latest.refetch();
    setReading(false);
    if (error !== null) return sayWhyNot(error, t('organize:form.notSent'));
    setConfirming(data !== undefined && data.changes.length > 0 && data.findingCounts.blocking === 0 ? data : null);
  }

  /** @throws RequestRefused for the dialog to show */
  async function release(seen: ReleasePreview): Promise<void> {
    try {
      const { revision } = await releaseDraft(slug, note.trim(), seen.edit);
      setConfirming(null);
      if (revision?.release == null) showToast(t('next.same'));
      else void navigate(`/${slug}/organize/releases/${revision.release}`, { state: { told: seen.speakers.filter(({ told }) => told).length } });
      await readAnew();
    } catch (refused) {
      if (!(refused instanceof RequestRefused) || refused.code !== 'blocking-findings') throw refused;
      // somebody edited the draft in between: what stands in the way is on the page now
      setConfirming(null);
      showToast(refused.problem?.detail ?? t('release.blocked', { count: 1, formatted: format.number(1) }));
      await readAnew();
    }
  }

  return (
    <section className={styles.card}>
      <TextField label={t('release.note')} description={t('release.noteHint')} lines={3} maxLength={500} value={note} onChange={setNote} />
      {/* a button that is off says why beside it */}
      <Button look="strong" icon="share" isDisabled={blocking > 0 || reading} aria-describedby={blocking > 0 ? whyNotId : undefined} onPress={() => void ask()}>
        {t('release.action')}
      </Button>
      {blocking > 0 && <p id={whyNotId} className={styles.whyNot}>{t('release.blocked', { count: blocking, formatted: format.number(blocking) })}</p>}
      {confirming !== null && (
        <ConfirmRelease
          preview={confirming} note={note.trim()} isEdited={preview.edit > confirming.edit} isReading={reading}
          onRelease={async () => await release(confirming)} onLookAgain={() => void ask()} onClose={() => setConfirming(null)}
        />
      )}
    </section>
  );
}
