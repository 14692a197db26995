import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Uplink } from '@contract/place.js';
import type { InputFigures, InputRole, StreamInput, StreamInputWithSecret, StreamSecret } from '@contract/streams.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Time } from '../../ui/time.js';
import { showToast } from '../../ui/toasts.js';
import { FormDialog } from '../form-dialog.js';
import { sayWhyNot } from '../say-why-not.js';
import { useOrganize } from '../use-organize.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { EncoderCard } from './encoder-card.js';
import { BLANK_INPUT, inputBody, inputFields, valuesOf } from './input-fields.js';
import { InputTest } from './input-test.js';
import styles from './streams.module.css';
import { useChannelWrites } from './use-channels.js';

interface Props {
  /** The stage's channel. */
  channelId: string;
  stage: string;
  /** IANA name of the stage's zone. */
  zone: string;
  role: InputRole;
  /** Undefined: the stage has none of that role. */
  input: StreamInput | undefined;
  /** What arrives now; undefined where that is not known. */
  figures: InputFigures | undefined;
  /** Of the stage's venue. */
  uplinks: readonly Uplink[];
}

type Open = { what: 'add' | 'change' | 'rotate' | 'remove' } | { what: 'card'; input: StreamInput; secret: StreamSecret | null } | null;

/** By an encoder that is told where to; others are fetched or made here. */
const isSent = ({ kind }: StreamInput): boolean => kind !== 'hls' && kind !== 'test';

/** One of the two paths of a stage: what it is, and what can be done with it. */
export function InputSlot({ channelId, stage, zone, role, input, figures, uplinks }: Props) {
  const { t } = useTranslation('streams');
  const { t: tOrganize } = useTranslation('organize');
  const writes = useChannelWrites(useOrganize().slug);
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  const inputs = `/${channelId}/inputs`;
  const name = t(`input.name.${role}`, { stage });
  /** The card opens by itself where there is something to be shown once. */
  const show = ({ input: made, secret }: StreamInputWithSecret): void => setOpen(isSent(made) ? { what: 'card', input: made, secret } : null);
  const keyed = input?.kind === 'rtmp' || input?.kind === 'srt' ? input.kind : null;

  return (
    <section className={styles.slot} aria-label={t(`input.role.${role}`)}>
      <h3>{t(`input.role.${role}`)}</h3>
      {input === undefined ? (
        <>
          <p className={styles.muted}>{t(`input.none.${role}`)}</p>
          <div><Button icon="plus" onPress={() => setOpen({ what: 'add' })}>{t(`input.add.${role}`)}</Button></div>
        </>
      ) : (
        <>
          <p className={styles.path}>
            <Icon name={input.via === 'satellite' ? 'satellite' : 'globe'} size={1.125} />
            <span>{[t(`input.kind.${input.kind}`), ...(input.kind === 'test' ? [] : [t(`input.via.${input.via}`), uplinks.find(({ id }) => id === input.uplinkId)?.name])].filter((part) => part !== undefined).join(' · ')}</span>
          </p>
          {input.kind === 'test' ? <p className={styles.muted}>{t('input.kindHint.test')}</p> : <code className={styles.address} dir="ltr">{input.address}</code>}
          {keyed !== null && input.secretSince !== null && (
            <p className={styles.muted}>{t(`input.keySince.${keyed}`)} <Time instant={Date.parse(input.secretSince)} zone={zone} withDay /></p>
          )}
          {figures !== undefined && input.kind !== 'test' && <InputTest figures={figures} />}
          <div className={styles.buttons}>
            {isSent(input) && <Button onPress={() => setOpen({ what: 'card', input, secret: null })} aria-label={t('input.cardOf', { name })}>{t('input.card')}</Button>}
            {keyed !== null && <Button look="quiet" onPress={() => setOpen({ what: 'rotate' })} aria-label={t(`input.newKeyOf.${keyed}`, { name })}>{t(`input.newKey.${keyed}`)}</Button>}
            {input.kind !== 'test' && <Button look="quiet" onPress={() => setOpen({ what: 'change' })} aria-label={t('input.changeOf', { name })}>{tOrganize('form.change')}</Button>}
            <Button look="quiet" onPress={() => setOpen({ what: 'remove' })} aria-label={t('input.removeOf', { name })}>{tOrganize('form.remove')}</Button>
          </div>
        </>
      )}
      {open?.what === 'add' && (
        <FormDialog
          title={t(`input.add.${role}`)}
          fields={(values) => inputFields(t, values, uplinks, true)}
          initial={BLANK_INPUT}
          submitLabel={t(`input.add.${role}`)}
          onClose={() => setOpen((held) => (held?.what === 'add' ? null : held))}
          onSubmit={async (values) => show(await writes.send<StreamInputWithSecret>('POST', inputs, { ...inputBody(values, uplinks), role }))}
        />
      )}
      {open?.what === 'change' && input !== undefined && (
        <FormDialog
          title={t(`input.role.${role}`)}
          fields={(values) => inputFields(t, { ...values, kind: input.kind }, uplinks, false)}
          initial={valuesOf(input)}
          submitLabel={tOrganize('form.save')}
          onClose={close}
          onSubmit={async (values) => {
            await writes.send('PATCH', `${inputs}/${input.id}`, inputBody(values, uplinks));
            showToast(tOrganize('undo.changed', { name }));
          }}
        />
      )}
      {open?.what === 'rotate' && input !== undefined && keyed !== null && (
        <ConfirmDialog
          title={t(`input.rotateTitle.${keyed}`)}
          text={t('input.rotateText')}
          action={t(`input.newKey.${keyed}`)}
          onClose={() => setOpen((held) => (held?.what === 'rotate' ? null : held))}
          onConfirm={async () => {
            try {
              show(await writes.send<StreamInputWithSecret>('POST', `${inputs}/${input.id}/secret`));
            } catch (error) {
              sayWhyNot(error, t('notSent'));
            }
          }}
        />
      )}
      {open?.what === 'remove' && input !== undefined && (
        <ConfirmDialog
          title={t('input.removeTitle')}
          text={t('input.removeText')}
          action={tOrganize('form.remove')}
          onClose={close}
          onConfirm={async () => {
            if (await writes.remove(`${inputs}/${input.id}`)) showToast(t('input.removed'));
          }}
        />
      )}
      {open?.what === 'card' && <EncoderCard input={open.input} secret={open.secret} onClose={close} />}
    </section>
  );
}
