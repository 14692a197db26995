/** The value of a field as the API takes it. */
export type FieldValue = string | number | boolean | null | readonly string[];
export type FormValues = Readonly<Record<string, FieldValue>>;

export interface Choice {
  value: string;
  label: string;
}

interface Named {
  /** Of the field in the request's body, so that a problem finds its way beside it. */
  name: string;
  label: string;
  hint?: string;
}

/** What is typed. `optional`: an empty number is null. A list is separated by commas. */
export interface TypedField extends Named {
  kind: 'text' | 'lines' | 'date' | 'email' | 'colour' | 'list' | 'number';
  optional?: boolean;
  step?: number;
  min?: number;
  max?: number;
}

/** `empty`: what null is called, where it may be null. */
export interface ChoiceField extends Named {
  kind: 'choice';
  choices: readonly Choice[];
  empty?: string;
}

/** Found by typing a part of its name. */
export interface SearchedField extends Named {
  kind: 'country' | 'zone';
}

export interface SwitchField extends Named {
  kind: 'switch';
}

/** A date and time on the clocks of a zone; the value is an instant. */
export interface InstantField extends Named {
  kind: 'instant';
  zone: string;
}

export type FieldSpec = TypedField | ChoiceField | SearchedField | SwitchField | InstantField;
