import { useMemo, useState, type SyntheticEvent } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { DoorList } from '@contract/attendance.js';
import { readShortCode } from '@rules/short-code.js';
import fields from '../attend/registration/registration.module.css';
import { Button } from '../ui/button.js';
import { foldText } from '../ui/fold-text.js';
import styles from './door.module.css';
import type { Shown } from './judge-offline.js';

/** Names shown at once: more is nobody's name yet. */
const MOST = 8;

interface Props {
  list: DoorList | null;
  onChoose: (shown: Shown) => void;
}

/** For who cannot be scanned: a short code, or a handle of the list. */
export function ByHand({ list, onChoose }: Props) {
  const { t } = useTranslation('door');
  const [typed, type] = useState('');
  const code = readShortCode(typed);
  const named = useMemo(() => {
    const wanted = foldText(typed.trim());
    return wanted.length < 2 ? [] : (list?.tickets.filter(({ handle }) => foldText(handle).includes(wanted)).slice(0, MOST) ?? []);
  }, [typed, list]);
  const choose = (shown: Shown): void => {
    onChoose(shown);
    type('');
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (code !== null) choose({ kind: 'code', code });
  };
  return (
    <section className={styles.hand} aria-label={t('byHand')}>
      <form className={fields.form} onSubmit={submit}>
        <TextField className={fields.field} value={typed} onChange={type} maxLength={60} autoComplete="off">
          <Label>{t('field')}</Label>
          <Input className={fields.input} dir="auto" autoCapitalize="characters" />
          <Text slot="description" className={fields.note}>
            {t('fieldHint')}
          </Text>
        </TextField>
        <div className={fields.actions}>
          <Button type="submit" look="strong" isDisabled={code === null}>
            {t('check')}
          </Button>
        </div>
      </form>
      <ul className={styles.named}>
        {named.map((ticket) => (
          <li key={ticket.id}>
            <Button icon={ticket.checkedInAt === null ? 'plus' : 'check'} onPress={() => choose({ kind: 'ticket', ticketId: ticket.id })}>
              {t('letIn', { handle: ticket.handle })}
            </Button>
          </li>
        ))}
      </ul>
      {typed.trim().length >= 2 && named.length === 0 && code === null && <p className={styles.note}>{t('nobody')}</p>}
    </section>
  );
}
