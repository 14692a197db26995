import { useTranslation } from 'react-i18next';
import type { Recording } from '@contract/recordings.js';
import { showToast } from '../../ui/toasts.js';
import { FormDialog } from '../form-dialog.js';
import { useRecordingWrites } from './use-recordings.js';

/** Leaves out what nobody needs to see, at either end. */
export function TrimDialog({ slug, recording, onClose }: { slug: string; recording: Recording; onClose: () => void }) {
  const { t } = useTranslation('recordings');
  const { send } = useRecordingWrites(slug);
  const { id, title, startsAt, endsAt, shownFrom, shownTo } = recording;
  const [start, end] = [Date.parse(startsAt), Date.parse(endsAt ?? startsAt)];
  const field = { kind: 'number', min: 0, step: 1, hint: t('trim.hint') } as const;
  return (
    <FormDialog
      title={t('trim.title', { title })}
      fields={() => [{ ...field, name: 'shownFrom', label: t('trim.from') }, { ...field, name: 'shownTo', label: t('trim.to') }]}
      initial={{
        shownFrom: shownFrom === null ? 0 : Math.round((Date.parse(shownFrom) - start) / 1_000),
        shownTo: shownTo === null ? 0 : Math.round((end - Date.parse(shownTo)) / 1_000),
      }}
      submitLabel={t('trim.save')}
      onClose={onClose}
      onSubmit={async (values) => {
        const [before, after] = [Number(values['shownFrom']), Number(values['shownTo'])];
        await send('PATCH', `recordings/${id}`, {
          shownFrom: before > 0 ? new Date(start + before * 1_000).toISOString() : null,
          shownTo: after > 0 ? new Date(end - after * 1_000).toISOString() : null,
        });
        showToast(t('done.trim', { title }));
      }}
    />
  );
}
