import type { ComponentType } from 'react';
import type { OpeningHours } from '@contract/opening-hours.js';

export interface AppearanceValue {
  speakerId: string;
  role: 'speaker' | 'moderator' | 'interpreter';
  mode: 'on-site' | 'remote';
  /** Of an interpreter: the language that they speak into the channel; null where it is not known. */
  interpretsInto: string | null;
}

/** The value of a field as the API takes it. */
export type FieldValue = string | number | boolean | null | readonly string[] | readonly AppearanceValue[] | readonly OpeningHours[];
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
  /** May be left empty; marked so. All others are asked for before the form is sent. */
  optional?: boolean;
}

/** What is typed. `optional`: an empty number is null. A list is separated by commas. */
export interface TypedField extends Named {
  kind: 'text' | 'lines' | 'email' | 'colour' | 'list' | 'number' | 'url';
  step?: number;
  min?: number;
  max?: number;
  /** Of `lines`: how many are seen at once. */
  rows?: number;
}

/** `empty`: what null is called, where it may be null. */
export interface ChoiceField extends Named {
  kind: 'choice';
  choices: readonly Choice[];
  empty?: string;
}

/** Found by typing a part of its name. */
export interface SearchedField extends Named {
  kind: 'country' | 'zone' | 'language';
}

/** Several languages, in their order. */
export interface LanguagesField extends Named {
  kind: 'languages';
}

/** Several words of one's own, typed one by one; some are suggested. */
export interface TokensField extends Named {
  kind: 'tokens';
  suggestions: readonly string[];
}

/** A colour with a look at what it does to the page. */
export interface AccentField extends Named {
  kind: 'accent';
}

export interface SwitchField extends Named {
  kind: 'switch';
}

/** A day of the calendar that the reader uses; the value is `2026-11-24`. */
export interface DateField extends Named {
  kind: 'date';
}

/** A date and time on the clocks of a zone; the value is an instant. */
export interface InstantField extends Named {
  kind: 'instant';
  zone: string;
}

/** When a room is open, on the clocks of a zone. */
export interface HoursField extends Named {
  kind: 'hours';
  zone: string;
}

/** Who appears in a session, chosen among these. */
export interface AppearancesField extends Named {
  kind: 'appearances';
  speakers: readonly { id: string; name: string }[];
  /** Adds somebody who is not among them; left out where the reader may not. */
  NewSpeaker?: ComponentType<{ onAdded: (speakerId: string) => void; onClose: () => void }>;
}

export type FieldSpec =
  | TypedField | ChoiceField | SearchedField | LanguagesField | TokensField | AccentField | SwitchField | DateField | InstantField | HoursField | AppearancesField;

/** Whether nothing stands where something has to. A number that is no number is for the server to refuse. */
export function isMissing(field: FieldSpec, value: FieldValue): boolean {
  const isEmpty = value === null || (typeof value === 'string' && value.trim() === '') || (Array.isArray(value) && value.length === 0);
  if (!isEmpty || field.optional === true) return false;
  switch (field.kind) {
    case 'list':
    case 'hours':
    case 'tokens':
    case 'lines':
    case 'switch':
    case 'colour':
    case 'accent':
    case 'appearances':
      return false;
    case 'choice':
      return field.empty === undefined;
    default:
      return true;
  }
}

/** What stands in a field of one line. */
export function textOf(value: FieldValue | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
