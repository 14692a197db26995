import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import { AddInput } from './add-input.js';
import type { LanguagesField } from './field-spec.js';
import styles from './fields.module.css';
import { languageName, languageOptions } from './language-options.js';
import { RemovableTags } from './removable-tags.js';

interface Props {
  field: LanguagesField;
  value: readonly string[];
  error: string | undefined;
  onChange: (value: readonly string[]) => void;
}

/** Several languages: each is a tag that can be taken out, and more are found by typing. */
export function LanguagesInput({ field, value, error, onChange }: Props) {
  const { t } = useTranslation('organize');
  const { locale } = useFormat();
  const all = useMemo(() => languageOptions(locale), [locale]);
  return (
    <div className={styles.field}>
      <AddInput
        label={field.label}
        hint={field.hint}
        name={field.name}
        options={all.filter((option) => !value.includes(option.value))}
        error={error}
        onAdd={(tag) => onChange([...value, tag])}
        openLabel={t('form.showList')}
      />
      <RemovableTags label={field.label} tags={value.map((tag) => ({ id: tag, name: languageName(tag, locale) }))} onRemove={(keys) => onChange(value.filter((tag) => !keys.has(tag)))} />
    </div>
  );
}
