import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelDetails } from '@contract/streams.js';
import { Button } from '../../ui/button.js';
import { showToast } from '../../ui/toasts.js';
import { FormDialog } from '../form-dialog.js';
import organize from '../organize.module.css';
import { useOrganize } from '../use-organize.js';
import { channelFields } from './channel-fields.js';
import { ChannelState } from './channel-state.js';
import { ConfirmDialog } from './confirm-dialog.js';
import styles from './streams.module.css';
import { useChannelWrites } from './use-channels.js';

interface Props {
  channel: ChannelDetails;
  name: string;
  /** What is asked before it is removed, and said afterwards. */
  removal: { title: string; text: string; done: string };
}

/** A channel's name and state, with the forms that change and remove it. */
export function ChannelHead({ channel, name, removal }: Props) {
  const { t } = useTranslation('streams');
  const { t: tOrganize } = useTranslation('organize');
  const writes = useChannelWrites(useOrganize().slug);
  const [open, setOpen] = useState<'change' | 'remove' | null>(null);
  const close = (): void => setOpen(null);
  return (
    <div className={organize.head}>
      <div className={styles.name}>
        <h2><bdi>{name}</bdi></h2>
        <ChannelState channel={channel} />
      </div>
      <div className={organize.buttons}>
        <Button look="quiet" aria-label={tOrganize('form.changeNamed', { name })} onPress={() => setOpen('change')}>{tOrganize('form.change')}</Button>
        <Button look="quiet" aria-label={tOrganize('form.removeNamed', { name })} onPress={() => setOpen('remove')}>{tOrganize('form.remove')}</Button>
      </div>
      {open === 'change' && (
        <FormDialog
          title={name}
          fields={() => channelFields(t, channel.kind)}
          initial={{ access: channel.access, languages: channel.languages, slides: channel.slides }}
          submitLabel={tOrganize('form.save')}
          onClose={close}
          onSubmit={async (values) => {
            await writes.send('PATCH', `/${channel.id}`, values);
            showToast(tOrganize('undo.changed', { name }));
          }}
        />
      )}
      {open === 'remove' && (
        <ConfirmDialog
          title={removal.title}
          text={removal.text}
          action={tOrganize('form.remove')}
          onClose={close}
          onConfirm={async () => {
            if (await writes.remove(`/${channel.id}`)) showToast(removal.done);
          }}
        />
      )}
    </div>
  );
}
