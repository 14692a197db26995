import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpeakerAnswers } from '@contract/speaking.js';
import { fieldError, RequestRefused } from '../../account/ask-api.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/text-field.js';
import { useTellMailed } from '../use-tell-mailed.js';
import { inviteSpeaker } from './speakers-requests.js';

interface Props {
  slug: string;
  speaker: SpeakerAnswers;
  onClose: () => void;
  onInvited: () => Promise<void>;
}

/** Asks for the address to which a speaker's link is sent. */
export function InviteDialog({ slug, speaker, onClose, onInvited }: Props) {
  const { t } = useTranslation('speak');
  const { t: say } = useTranslation('organize');
  const tellMailed = useTellMailed();
  const [email, setEmail] = useState('');
  const invite = useMutation({
    mutationFn: async () => await inviteSpeaker(slug, speaker.speakerId, email.trim()),
    onSuccess: async () => {
      tellMailed(t('organize.invited', { name: speaker.name }), say('mail.waits', { to: speaker.name }));
      onClose();
      await onInvited();
    },
  });
  const refused = invite.error instanceof RequestRefused ? (invite.error.problem?.detail ?? t('failed')) : undefined;
  return (
    <Dialog title={t('organize.inviteTitle', { name: speaker.name })} closeLabel={t('organize.close')} isOpen onOpenChange={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <p>{t('organize.inviteText')}</p>
        <TextField
          autoFocus type="email" name="email" autoComplete="off" isRequired label={t('organize.email')} description={t('organize.emailHint')}
          value={email} onChange={setEmail} error={fieldError(invite.error, '/email') ?? refused}
        />
        <p>
          <Button type="submit" look="strong" isDisabled={invite.isPending}>
            {t('organize.send')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
