import { browserSupportsWebAuthn, startRegistration, type PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyPasskey } from '@contract/account.js';
import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';
import styles from './account.module.css';
import { askApi } from './ask-api.js';
import { Moment } from './moment.js';
import { Notice } from './notice.js';
import { useRefusalWords } from './use-refusal-words.js';

interface Props {
  passkeys: readonly MyPasskey[];
  onChanged: () => Promise<void>;
}

type Change = { kind: 'add'; label: string } | { kind: 'rename'; id: string; label: string } | { kind: 'remove'; id: string };

async function make(change: Change): Promise<void> {
  if (change.kind !== 'add') {
    const path = `/api/me/passkeys/${encodeURIComponent(change.id)}`;
    return change.kind === 'remove' ? await askApi('DELETE', path) : await askApi('PATCH', path, { label: change.label });
  }
  const optionsJSON = await askApi<PublicKeyCredentialCreationOptionsJSON>('POST', '/api/me/passkeys/options');
  await askApi('POST', '/api/me/passkeys', { label: change.label, answer: await startRegistration({ optionsJSON }) });
}

export function PasskeyList({ passkeys, onChanged }: Props) {
  const { t } = useTranslation('account');
  const words = useRefusalWords();
  const change = useMutation({ mutationFn: make, onSuccess: onChanged });
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <>
      <h3>{t('passkeys.title')}</h3>
      {change.isError && <Notice tone="bad">{words(change.error)}</Notice>}
      {passkeys.length > 0 && (
        <ul className={styles.list}>
          {passkeys.map((passkey) => (
            <li key={passkey.id} className={styles.item}>
              {editing === passkey.id ? (
                <Rename
                  label={passkey.label}
                  onLabel={(label) => {
                    setEditing(null);
                    if (label !== null) change.mutate({ kind: 'rename', id: passkey.id, label });
                  }}
                />
              ) : (
                <>
                  <span className={styles.what}>
                    <span dir="auto">{passkey.label}</span>
                    <span className={styles.note}>
                      {t('passkeys.since')} <Moment at={passkey.createdAt} />
                    </span>
                  </span>
                  <Button look="quiet" aria-label={t('passkeys.renameNamed', { label: passkey.label })} onPress={() => setEditing(passkey.id)}>
                    {t('passkeys.rename')}
                  </Button>
                  <Button aria-label={t('passkeys.removeNamed', { label: passkey.label })} isDisabled={change.isPending} onPress={() => change.mutate({ kind: 'remove', id: passkey.id })}>
                    {t('passkeys.remove')}
                  </Button>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {browserSupportsWebAuthn() ? (
        <div className={styles.actions}>
          <Button
            look={passkeys.length === 0 ? 'strong' : 'plain'}
            icon="plus"
            isDisabled={change.isPending}
            onPress={() => change.mutate({ kind: 'add', label: t('passkeys.newLabel', { number: passkeys.length + 1 }) })}
          >
            {t('passkeys.add')}
          </Button>
        </div>
      ) : (
        <p className={styles.note}>{t('passkeys.unsupported')}</p>
      )}
    </>
  );
}

function Rename({ label, onLabel }: { label: string; onLabel: (label: string | null) => void }) {
  const { t } = useTranslation('account');
  const [text, setText] = useState(label);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onLabel(text);
      }}
    >
      <TextField label={t('passkeys.label')} value={text} onChange={setText} maxLength={60} autoFocus />
      <div className={styles.actions}>
        <Button type="submit" look="strong" isDisabled={text.trim() === ''}>
          {t('profile.save')}
        </Button>
        <Button onPress={() => onLabel(null)}>{t('passkeys.cancel')}</Button>
      </div>
    </form>
  );
}
