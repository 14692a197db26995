import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components/Button';
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup';
import { Icon } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import { AddInput } from './add-input.js';
import type { LanguagesField } from './field-spec.js';
import styles from './fields.module.css';
import { languageName, languageOptions } from './language-options.js';

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
      {value.length > 0 && (
        <TagGroup aria-label={field.label} onRemove={(keys) => onChange(value.filter((tag) => !keys.has(tag)))}>
          <TagList className={styles.tags}>
            {value.map((tag) => (
              <Tag key={tag} id={tag} textValue={languageName(tag, locale)} className={styles.tag}>
                {languageName(tag, locale)}
                <Button slot="remove" className={styles.untag} aria-label={t('form.removeNamed', { name: languageName(tag, locale) })}>
                  <Icon name="close" size={0.875} />
                </Button>
              </Tag>
            ))}
          </TagList>
        </TagGroup>
      )}
    </div>
  );
}
