import { useId, useState } from 'react';
import { describedBy, FieldFrame } from './field-frame.js';
import type { TokensField } from './field-spec.js';
import styles from './fields.module.css';
import { RemovableTags } from './removable-tags.js';

interface Props {
  field: TokensField;
  value: readonly string[];
  error: string | undefined;
  onChange: (value: readonly string[]) => void;
}

/**
 * Several words of one's own: Enter or a comma makes a tag of what was typed. What still stands in the field counts as
 * well, so that nothing is lost when the form is sent. Suggestions are the device's own list.
 */
export function TokensInput({ field, value, error, onChange }: Props) {
  const id = useId();
  const [tokens, setTokens] = useState(value);
  const [typed, setTyped] = useState('');
  const put = (kept: readonly string[], text: string): void => {
    setTokens(kept);
    setTyped(text);
    onChange(joined(kept, text));
  };
  return (
    <div className={styles.field}>
      <FieldFrame id={id} label={field.label} hint={field.hint} error={error} isOptional={field.optional === true}>
        <input
          id={id}
          className={styles.input}
          name={field.name}
          list={`${id}-suggestions`}
          dir="auto"
          autoComplete="off"
          maxLength={60}
          value={typed}
          aria-invalid={error !== undefined}
          aria-describedby={describedBy(id, field.hint, error)}
          onChange={({ target, nativeEvent }) => {
            // chosen from the list rather than typed
            const isChosen = !(nativeEvent instanceof InputEvent) || nativeEvent.inputType === 'insertReplacementText';
            if (isChosen && field.suggestions.includes(target.value)) return put(joined(tokens, target.value), '');
            const parts = target.value.split(/[,،]/);
            put(parts.slice(0, -1).reduce(joined, tokens), parts.at(-1) ?? '');
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || typed.trim() === '') return;
            event.preventDefault();
            put(joined(tokens, typed), '');
          }}
        />
        <datalist id={`${id}-suggestions`}>
          {field.suggestions.filter((one) => !tokens.includes(one)).map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </FieldFrame>
      <RemovableTags label={field.label} tags={tokens.map((one) => ({ id: one, name: one }))} onRemove={(gone) => put(tokens.filter((one) => !gone.has(one)), typed)} />
    </div>
  );
}

/** With one more, unless it is nothing or there already. */
function joined(tokens: readonly string[], text: string): readonly string[] {
  const token = text.trim();
  return token === '' || tokens.includes(token) ? tokens : [...tokens, token];
}
