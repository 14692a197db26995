import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpeningHours } from '@contract/opening-hours.js';
import { Button } from '../../ui/button.js';
import { useFormat } from '../../ui/use-format.js';
import { describedBy } from './field-frame.js';
import { FieldLabel } from './field-label.js';
import type { HoursField } from './field-spec.js';
import shared from './fields.module.css';
import styles from './hours-input.module.css';
import { HoursRow } from './hours-row.js';

interface Props {
  field: HoursField;
  value: readonly OpeningHours[];
  error: string | undefined;
  onChange: (value: readonly OpeningHours[]) => void;
}

const USUAL = { opens: '09:00', closes: '18:00' };

/** When a room is open: every day alike, and otherwise on days that are named. None at all: always. */
export function HoursInput({ field, value, error, onChange }: Props) {
  const { t } = useTranslation('organize');
  const format = useFormat();
  const id = useId();
  // each keeps its key, so that one taken out leaves what is typed in the others
  const [rows, setRows] = useState(() => value.map((hours, key) => ({ key, hours })));
  const put = (next: typeof rows): void => {
    setRows(next);
    onChange(next.map(({ hours }) => hours));
  };
  const add = (hours: OpeningHours): void => put([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, hours }]);
  const hint = t(rows.length === 0 ? 'room.alwaysOpen' : 'room.hoursHint', { zone: `${field.zone.replaceAll('_', ' ')} (${format.zoneName(field.zone, Date.now())})` });
  return (
    <div className={shared.field} role="group" aria-labelledby={`${id}-label`} aria-describedby={describedBy(id, hint, error)}>
      <span id={`${id}-label`} className={shared.label}>
        <FieldLabel isOptional={field.optional === true}>{field.label}</FieldLabel>
      </span>
      {rows.length > 0 && (
        <ul className={styles.list}>
          {rows.map(({ key, hours }) => (
            <HoursRow
              key={key}
              hours={hours}
              onChange={(changed) => put(rows.map((row) => (row.key === key ? { key, hours: changed } : row)))}
              onRemove={() => put(rows.filter((row) => row.key !== key))}
            />
          ))}
        </ul>
      )}
      <div className={styles.buttons}>
        <Button icon="plus" look="quiet" onPress={() => add({ on: null, ...USUAL })}>
          {t('room.addEveryDay')}
        </Button>
        <Button icon="plus" look="quiet" onPress={() => add({ on: '', ...USUAL })}>
          {t('room.addOneDay')}
        </Button>
      </div>
      <span id={`${id}-hint`} className={shared.hint}>
        {hint}
      </span>
      {error !== undefined && (
        <span id={`${id}-error`} className={shared.error} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
