import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SpeakerDetails } from '@contract/agenda-requests.js';
import { askApi } from '../../account/ask-api.js';
import { FormDialog } from '../form-dialog.js';
import { useOrganize } from '../use-organize.js';

interface Props {
  onAdded: (speakerId: string) => void;
  onClose: () => void;
}

/** Adds a speaker who is not in the conference yet, by name. */
export function NewSpeakerDialog({ onAdded, onClose }: Props) {
  const { t } = useTranslation('organize');
  const { slug } = useOrganize();
  const client = useQueryClient();
  return (
    <FormDialog
      title={t('sessions.newSpeaker')}
      fields={() => [{ kind: 'text', name: 'name', label: t('sessions.speakerName') }]}
      initial={{ name: '' }}
      submitLabel={t('sessions.addSpeaker')}
      onClose={onClose}
      onSubmit={async ({ name }) => {
        const { id } = await askApi<SpeakerDetails>('POST', `/api/conferences/${encodeURIComponent(slug)}/speakers`, { name });
        await client.invalidateQueries({ queryKey: ['organize', slug, 'speakers'] });
        onAdded(id);
      }}
    />
  );
}
