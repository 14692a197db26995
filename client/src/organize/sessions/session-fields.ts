import { useTranslation } from 'react-i18next';
import type { SessionDetails } from '@contract/agenda-requests.js';
import type { FieldSpec, FormValues } from '../fields/field-spec.js';
import { useOrganize } from '../use-organize.js';
import { NewSpeakerDialog } from './new-speaker-dialog.js';
import type { Lookups } from './use-lookups.js';

const KINDS = ['keynote', 'panel', 'talk', 'statement', 'performance', 'workshop', 'break', 'other'] as const;

export const BLANK_SESSION: FormValues = {
  title: '', subtitle: '', kind: 'talk', language: null, trackId: null, cityId: null, appearances: [], durationMinutes: null, sentBy: null, needsEquipment: [],
  expectedPeople: null, abstract: '', description: '', url: null, note: '',
};

/** @param session undefined: a new one */
export function useSessionFields({ cities, tracks, speakers, equipment }: Lookups, session: SessionDetails | undefined): FieldSpec[] {
  const { t } = useTranslation('organize');
  const { t: say } = useTranslation('session');
  const { isOrganizer } = useOrganize();
  const choices = (rows: readonly { id: string; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  // where a host has but one city, it is meant; with a slot, the slot's city decides
  const asksForCity = isOrganizer || (cities.length > 1 && session === undefined);
  return [
    { kind: 'text', name: 'title', label: t('sessions.title') },
    { kind: 'text', name: 'subtitle', label: t('sessions.subtitle'), optional: true },
    { kind: 'choice', name: 'kind', label: t('sessions.kind'), choices: KINDS.map((value) => ({ value, label: say(`kind.${value}`) })) },
    { kind: 'language', name: 'language', label: t('sessions.language'), hint: t('sessions.languageHint'), optional: true },
    { kind: 'choice', name: 'trackId', label: t('sessions.track'), choices: choices(tracks), empty: t('sessions.noTrack'), optional: true },
    ...(asksForCity
      ? [{ kind: 'choice', name: 'cityId', label: t('sessions.lookedAfter'), hint: t('sessions.lookedAfterHint'), choices: choices(cities), ...(isOrganizer ? { empty: t('sessions.organizersOnly'), optional: true } : {}) } as const]
      : []),
    { kind: 'appearances', name: 'appearances', label: t('sessions.people'), hint: t('sessions.peopleHint'), optional: true, speakers, ...(isOrganizer ? { NewSpeaker: NewSpeakerDialog } : {}) },
    { kind: 'number', name: 'durationMinutes', label: t('sessions.duration'), hint: t('sessions.durationHint'), optional: true, min: 1, max: 1_440 },
    {
      kind: 'choice', name: 'sentBy', label: t('sessions.sentBy'), hint: t('sessions.sentByHint'), empty: t('sessions.notSent'), optional: true,
      choices: (['internet', 'satellite'] as const).map((value) => ({ value, label: t(`uplink.kinds.${value}`) })),
    },
    { kind: 'tokens', name: 'needsEquipment', label: t('sessions.equipment'), hint: t('sessions.equipmentHint'), optional: true, suggestions: equipment },
    { kind: 'number', name: 'expectedPeople', label: t('sessions.expected'), hint: t('sessions.expectedHint'), optional: true, min: 0 },
    { kind: 'lines', name: 'abstract', label: t('sessions.abstract'), hint: t('sessions.abstractHint'), optional: true, rows: 4 },
    { kind: 'lines', name: 'description', label: t('sessions.description'), hint: t('sessions.markdown'), optional: true, rows: 8 },
    { kind: 'url', name: 'url', label: t('sessions.url'), optional: true },
    ...(session?.published != null ? [{ kind: 'text', name: 'note', label: t('sessions.note'), hint: t('sessions.noteHint'), optional: true } as const] : []),
  ];
}
