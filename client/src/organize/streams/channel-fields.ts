import type { TFunction } from 'i18next';
import type { ChannelDetails } from '@contract/streams.js';
import type { FieldSpec } from '../fields/field-spec.js';

/** What is asked of a channel. */
export function channelFields(t: TFunction<'streams'>, kind: ChannelDetails['kind']): FieldSpec[] {
  return [
    { kind: 'choice', name: 'access', label: t('access.label'), hint: t('access.hint'), choices: (['registered', 'public'] as const).map((value) => ({ value, label: t(`access.${value}`) })) },
    { kind: 'languages', name: 'languages', label: t('languages.label'), hint: t('languages.hint'), optional: true },
    ...(kind === 'stage' ? [{ kind: 'switch' as const, name: 'slides', label: t('slides.label'), hint: t('slides.hint') }] : []),
  ];
}
