import type { TFunction } from 'i18next';
import type { City } from '@contract/place.js';
import type { StaffRole } from '@contract/team.js';
import { LANGUAGES } from '../../i18n/languages.js';
import type { FieldSpec, FormValues } from '../fields/field-spec.js';
import type { VenueRow } from '../place/venue-fields.js';

interface Place {
  cities: readonly City[];
  venues: readonly VenueRow[];
}
type Words = TFunction<'organize'>;

/** A role and where it is held: a host's form asks for a city, the crew's for a venue. */
export function roleFields(t: Words, values: FormValues, assignable: readonly StaffRole[], { cities, venues }: Place): FieldSpec[] {
  const choices = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  return [
    { kind: 'choice', name: 'role', label: t('team.role'), choices: assignable.map((role) => ({ value: role, label: t(`team.roles.${role}`) })) },
    ...(values['role'] === 'city-host' ? [{ kind: 'choice', name: 'cityId', label: t('team.city'), choices: choices(cities) } as const] : []),
    ...(values['role'] === 'stage-crew' ? [{ kind: 'choice', name: 'venueId', label: t('team.venue'), choices: choices(venues) } as const] : []),
  ];
}

export function invitationFields(t: Words, values: FormValues, assignable: readonly StaffRole[], place: Place): FieldSpec[] {
  return [
    { kind: 'email', name: 'email', label: t('team.email'), hint: t('team.emailHint') },
    ...roleFields(t, values, assignable, place),
    { kind: 'choice', name: 'language', label: t('team.language'), choices: LANGUAGES.map(({ tag, name }) => ({ value: tag, label: name })) },
  ];
}
