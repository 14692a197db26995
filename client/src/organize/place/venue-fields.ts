import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { VenueDetails } from '@contract/place.js';
import type { FieldSpec, FormValues } from '../fields/field-spec.js';

export type VenueRow = z.infer<typeof VenueDetails>;

export const BLANK_VENUE: FormValues = { name: '', address: '', accessNotes: '', capacity: null, attendeeLimit: null };

export function useVenueFields(): FieldSpec[] {
  const { t } = useTranslation('organize');
  return [
    { kind: 'text', name: 'name', label: t('venue.name') },
    { kind: 'text', name: 'address', label: t('venue.address'), optional: true },
    { kind: 'lines', name: 'accessNotes', label: t('venue.accessNotes'), hint: t('venue.accessNotesHint'), optional: true },
    { kind: 'number', name: 'capacity', label: t('venue.capacity'), optional: true, min: 0 },
    { kind: 'number', name: 'attendeeLimit', label: t('venue.attendeeLimit'), hint: t('venue.attendeeLimitHint'), optional: true, min: 0 },
  ];
}
