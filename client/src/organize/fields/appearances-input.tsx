import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { IconButton } from '../../ui/icon-button.js';
import { useFormat } from '../../ui/use-format.js';
import { AddInput } from './add-input.js';
import styles from './appearances-input.module.css';
import type { AppearancesField, AppearanceValue } from './field-spec.js';
import shared from './fields.module.css';
import { languageOptions } from './language-options.js';
import { SearchInput } from './search-input.js';

const ROLES = ['speaker', 'moderator', 'interpreter'] as const;
const MODES = ['on-site', 'remote'] as const;

interface Props {
  field: AppearancesField;
  value: readonly AppearanceValue[];
  error: string | undefined;
  onChange: (value: readonly AppearanceValue[]) => void;
}

/** Who appears in a session, in the order in which they are named: each with a role, on site or from elsewhere. */
export function AppearancesInput({ field, value, error, onChange }: Props) {
  const { t } = useTranslation('organize');
  const { t: say } = useTranslation('session');
  const { locale } = useFormat();
  const languages = useMemo(() => languageOptions(locale), [locale]);
  const [isAdding, setAdding] = useState(false);
  const add = (speakerId: string): void => onChange([...value, { speakerId, role: 'speaker', mode: 'on-site', interpretsInto: null }]);
  const put = (index: number, patch: Partial<AppearanceValue>): void => onChange(value.map((one, at) => (at === index ? { ...one, ...patch } : one)));
  const nameOf = (id: string): string => field.speakers.find((speaker) => speaker.id === id)?.name ?? t('sessions.unknownSpeaker');
  const absent = field.speakers.filter(({ id }) => !value.some(({ speakerId }) => speakerId === id));
  const { NewSpeaker } = field;
  return (
    <div className={styles.people} role="group" aria-label={field.label}>
      <AddInput
        label={field.label} hint={field.hint} name={field.name} error={error} openLabel={t('form.showList')} isOptional={field.optional === true}
        options={absent.map(({ id, name }) => ({ value: id, label: name, note: '' }))}
        onAdd={add}
      />
      {value.length > 0 && (
        <ol className={styles.list}>
          {value.map(({ speakerId, role, mode, interpretsInto }, index) => {
            const name = nameOf(speakerId);
            return (
              <li key={speakerId} className={styles.person}>
                <bdi className={styles.name}>{name}</bdi>
                <select className={shared.input} aria-label={t('sessions.roleOf', { name })} value={role} onChange={(event) => put(index, inRole(event.target.value as AppearanceValue['role'], interpretsInto))}>
                  {ROLES.map((one) => (
                    <option key={one} value={one}>
                      {say(`role.${one}`)}
                    </option>
                  ))}
                </select>
                <select className={shared.input} aria-label={t('sessions.modeOf', { name })} value={mode} onChange={(event) => put(index, { mode: event.target.value as AppearanceValue['mode'] })}>
                  {MODES.map((one) => (
                    <option key={one} value={one}>
                      {t(`sessions.mode.${one}`)}
                    </option>
                  ))}
                </select>
                <span className={styles.buttons}>
                  <IconButton icon="up" label={t('sessions.up', { name })} isDisabled={index === 0} onPress={() => onChange(moved(value, index))} />
                  <IconButton icon="close" label={t('form.removeNamed', { name })} onPress={() => onChange(value.filter((_one, at) => at !== index))} />
                </span>
                {role === 'interpreter' && (
                  <div className={styles.into}>
                    <SearchInput
                      label={t('sessions.intoOf', { name })} hint={undefined} name={`interpretsInto-${index}`} error={undefined} openLabel={t('form.showList')} isOptional
                      options={languages}
                      value={interpretsInto}
                      onChange={(into) => put(index, { interpretsInto: into })}
                    />
                  </div>
                )}
              </li>
            );
          })}
        </ol>
      )}
      {NewSpeaker !== undefined && (
        <div>
          <Button icon="plus" look="quiet" onPress={() => setAdding(true)}>
            {t('sessions.newSpeaker')}
          </Button>
        </div>
      )}
      {isAdding && NewSpeaker !== undefined && <NewSpeaker onAdded={add} onClose={() => setAdding(false)} />}
    </div>
  );
}

/** Who is no interpreter any more interprets into nothing. */
const inRole = (role: AppearanceValue['role'], into: string | null) => ({ role, interpretsInto: role === 'interpreter' ? into : null });

/** With the one at the index a place further up. */
function moved<T>(list: readonly T[], index: number): T[] {
  const next = [...list];
  const [one] = next.splice(index, 1);
  if (one !== undefined) next.splice(index - 1, 0, one);
  return next;
}
