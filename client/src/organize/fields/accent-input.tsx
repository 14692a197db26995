import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { accentFor, contrast, parse } from '../../app/theme/accent.js';
import { Icon } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import { describedBy, FieldFrame } from './field-frame.js';
import type { AccentField } from './field-spec.js';
import styles from './accent-input.module.css';
import shared from './fields.module.css';

interface Props {
  field: AccentField;
  value: string | null;
  error: string | undefined;
  onChange: (value: string | null) => void;
}

const THEMES = ['light', 'dark'] as const;
/** What text needs to be read on white (WCAG AA). */
const READABLE = 4.5;

/** A conference's colour, with a look at what it makes of the page, and a word where it had to be drawn towards black or white. */
export function AccentInput({ field, value, error, onChange }: Props) {
  const { t } = useTranslation('organize');
  const format = useFormat();
  const id = useId();
  const given = value === null ? null : parse(value);
  const onWhite = given === null ? null : contrast(given, [255, 255, 255]);
  return (
    <FieldFrame id={id} label={field.label} hint={field.hint} error={error} isOptional={field.optional === true}>
      <div className={styles.row}>
        <input
          type="color" className={styles.picker} aria-label={t('accent.pick')} value={given === null ? '#1d5fa8' : (value ?? '')}
          onChange={(event) => onChange(event.target.value)}
        />
        <input
          id={id} name={field.name} className={shared.input} dir="ltr" autoComplete="off" placeholder="#1d5fa8" value={value ?? ''}
          aria-invalid={error !== undefined} aria-describedby={describedBy(id, field.hint, error)}
          onChange={(event) => onChange(event.target.value.trim() === '' ? null : event.target.value.trim())}
        />
      </div>
      {given !== null && (
        <>
          <div className={styles.previews} aria-hidden>
            {THEMES.map((theme) => (
              <Preview key={theme} colour={value ?? ''} theme={theme} name={t(`accent.${theme}`)} sample={t('accent.sample')} />
            ))}
          </div>
          {onWhite !== null && onWhite < READABLE && (
            <p className={styles.warning} role="status">
              <Icon name="alert" size={1} /> {t('accent.pale', { ratio: format.number(Math.floor(onWhite * 10) / 10), needed: format.number(READABLE) })}
            </p>
          )}
        </>
      )}
    </FieldFrame>
  );
}

function Preview({ colour, theme, name, sample }: { colour: string; theme: 'light' | 'dark'; name: string; sample: string }) {
  const accent = accentFor(colour, theme);
  if (accent === null) return null;
  return (
    <div className={styles.preview} data-theme-shown={theme}>
      <span className={styles.name}>{name}</span>
      <span className={styles.sample} style={{ color: accent['--accent'] }}>
        {sample}
      </span>
      <span className={styles.pill} style={{ background: accent['--accent'], color: accent['--accent-text'] }}>
        {sample}
      </span>
      <span className={styles.pill} style={{ background: accent['--accent-soft'], color: accent['--accent'] }}>
        {sample}
      </span>
    </div>
  );
}
