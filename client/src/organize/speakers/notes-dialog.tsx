import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldError } from '../../account/ask-api.js';
import { useRefusal } from '../../speak/use-refusal.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Skeleton } from '../../ui/skeleton.js';
import { TextField } from '../../ui/text-field.js';
import { showToast } from '../../ui/toasts.js';
import type { AnsweredSlot } from './speakers-page.js';
import { readNote, saveNote, type NotePath } from './speakers-requests.js';

interface Props {
  slug: string;
  slot: AnsweredSlot;
  onClose: () => void;
}

/** What speakers should know: of this session, and of its room. */
export function NotesDialog({ slug, slot, onClose }: Props) {
  const { t } = useTranslation('speak');
  return (
    <Dialog title={t('organize.noteTitle', { title: slot.title })} closeLabel={t('organize.close')} isOpen onOpenChange={onClose}>
      <Note slug={slug} path={`sessions/${slot.sessionId}`} label={t('organize.noteSession')} />
      <Note slug={slug} path={`rooms/${slot.roomId}`} label={t('organize.noteRoom', { room: slot.room })} />
    </Dialog>
  );
}

function Note({ slug, path, label }: { slug: string; path: NotePath; label: string }) {
  const query = useQuery({ queryKey: ['technical-note', slug, path], queryFn: async () => await readNote(slug, path), gcTime: 0 });
  return query.data === undefined ? <Skeleton height="8rem" /> : <NoteForm slug={slug} path={path} label={label} held={query.data.text} />;
}

function NoteForm({ slug, path, label, held }: { slug: string; path: NotePath; label: string; held: string }) {
  const { t } = useTranslation('speak');
  const refuse = useRefusal();
  const client = useQueryClient();
  const [text, setText] = useState(held);
  const save = useMutation({
    mutationFn: async () => await saveNote(slug, path, text),
    onSuccess: (saved) => {
      client.setQueryData(['technical-note', slug, path], saved);
      showToast(t('organize.noteSaved'));
    },
    onError: (error) => {
      if (fieldError(error, '/text') === undefined) refuse(error);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextField label={label} description={t('organize.noteHint')} lines={5} maxLength={10_000} value={text} onChange={setText} error={fieldError(save.error, '/text')} />
      <p>
        <Button type="submit" isDisabled={save.isPending || text === held}>
          {t('organize.noteSave')}
        </Button>
      </p>
    </form>
  );
}
