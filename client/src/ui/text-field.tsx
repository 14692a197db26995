import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps } from 'react-aria-components/TextField';
import styles from './text-field.module.css';

interface Props extends Omit<TextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  label: string;
  description?: string | undefined;
  /** What is wrong with it, in words; undefined where nothing is. */
  error?: string | undefined;
  /** Lines that are seen at once; a field of one line where it is left out. */
  lines?: number;
}

/** A field with its label above, and what to know or what is wrong below. */
export function TextField({ label, description, error, lines, ...props }: Props) {
  return (
    <AriaTextField {...props} isInvalid={error !== undefined} validationBehavior="aria" className={styles.field}>
      <Label className={styles.label}>{label}</Label>
      {lines === undefined ? <Input className={styles.input} dir="auto" /> : <TextArea className={styles.input} rows={lines} dir="auto" />}
      {description !== undefined && (
        <Text slot="description" className={styles.description}>
          {description}
        </Text>
      )}
      <FieldError className={styles.error}>{error}</FieldError>
    </AriaTextField>
  );
}
