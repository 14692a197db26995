import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpeningHours } from '@contract/opening-hours.js';
import { useFormat } from '../../ui/use-format.js';
import { AccentInput } from './accent-input.js';
import { AppearancesInput } from './appearances-input.js';
import { ChoiceInput } from './choice-input.js';
import { DateInput } from './date-input.js';
import { textOf, type AppearanceValue, type FieldSpec, type FieldValue, type SearchedField } from './field-spec.js';
import { HoursInput } from './hours-input.js';
import { InstantInput } from './instant-input.js';
import { languageOptions } from './language-options.js';
import { LanguagesInput } from './languages-input.js';
import { SearchInput, type SearchOption } from './search-input.js';
import { SwitchInput } from './switch-input.js';
import { TextInput } from './text-input.js';
import { TokensInput } from './tokens-input.js';
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
      return <InstantInput field={field} value={textOf(value)} error={error} onChange={onChange} />;
    case 'date':
      return <DateInput field={field} value={textOf(value)} error={error} onChange={onChange} />;
    case 'languages':
      return <LanguagesInput field={field} value={value as readonly string[]} error={error} onChange={onChange} />;
    case 'hours':
      return <HoursInput field={field} value={value as readonly OpeningHours[]} error={error} onChange={onChange} />;
    case 'tokens':
      return <TokensInput field={field} value={value as readonly string[]} error={error} onChange={onChange} />;
    case 'accent':
      return <AccentInput field={field} value={value as string | null} error={error} onChange={onChange} />;
    case 'appearances':
      return <AppearancesInput field={field} value={value as readonly AppearanceValue[]} error={error} onChange={onChange} />;
    case 'zone':
    case 'country':
    case 'language':
      return <Searched field={field} value={value} error={error} onChange={onChange} />;
    default:
      return <TextInput field={field} value={value} error={error} onChange={onChange} />;
  }
}

function Searched({ field, value, error, onChange }: Omit<Props, 'field'> & { field: SearchedField }) {
  const { t } = useTranslation('organize');
  const { locale } = useFormat();
  const options = useMemo(() => OPTIONS[field.kind](locale), [field.kind, locale]);
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
      isOptional={field.optional === true}
    />
  );
}

const OPTIONS: Readonly<Record<SearchedField['kind'], (locale: string) => SearchOption[]>> = {
  zone: (locale) => zoneOptions(locale, Date.now()), country: countryOptions, language: languageOptions,
};
