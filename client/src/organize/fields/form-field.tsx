import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/use-format.js';
import { ChoiceInput } from './choice-input.js';
import type { FieldSpec, FieldValue, SearchedField } from './field-spec.js';
import { InstantInput } from './instant-input.js';
import { SearchInput } from './search-input.js';
import { SwitchInput } from './switch-input.js';
import { TextInput } from './text-input.js';
import { countryOptions, zoneOptions } from './zones-and-countries.js';

interface Props {
  field: FieldSpec;
  value: FieldValue;
  error: string | undefined;
  onChange: (value: FieldValue) => void;
}

/** The input that fits a field. */
export function FormField({ field, value, error, onChange }: Props) {
  switch (field.kind) {
    case 'choice':
      return <ChoiceInput field={field} value={value as string | null} error={error} onChange={onChange} />;
    case 'switch':
      return <SwitchInput label={field.label} hint={field.hint} name={field.name} value={value === true} onChange={onChange} />;
    case 'instant':
      return <InstantInput label={field.label} name={field.name} zone={field.zone} value={String(value ?? '')} error={error} onChange={onChange} />;
    case 'zone':
    case 'country':
      return <Searched field={field} value={value} error={error} onChange={onChange} />;
    default:
      return <TextInput field={field} value={value} error={error} onChange={onChange} />;
  }
}

function Searched({ field, value, error, onChange }: Omit<Props, 'field'> & { field: SearchedField }) {
  const { t } = useTranslation('organize');
  const { locale } = useFormat();
  const options = useMemo(() => (field.kind === 'zone' ? zoneOptions(locale, Date.now()) : countryOptions(locale)), [field.kind, locale]);
  return (
    <SearchInput
      label={field.label}
      hint={field.hint}
      name={field.name}
      options={options}
      value={value === '' ? null : (value as string | null)}
      error={error}
      onChange={onChange}
      openLabel={t('form.showList')}
    />
  );
}
