import type { TFunction } from 'i18next';
import type { Uplink } from '@contract/place.js';
import type { InputKind, StreamInput } from '@contract/streams.js';
import type { FieldSpec, FormValues } from '../fields/field-spec.js';

const KINDS: readonly InputKind[] = ['rtmp', 'srt', 'udp', 'hls', 'test'];

export const BLANK_INPUT: FormValues = { kind: 'rtmp', via: 'internet', uplinkId: null, latencyMs: 500, group: null, url: '' };

/** What is asked of an input of the kind that was chosen; of one that is there, its kind is not asked again. */
export function inputFields(t: TFunction<'streams'>, values: FormValues, uplinks: readonly Uplink[], isNew: boolean): FieldSpec[] {
  const kind = values['kind'] as InputKind;
  const fitting = uplinks.filter((uplink) => uplink.kind === values['via']);
  // what is made here leaves no venue
  const fields: FieldSpec[] = kind === 'test' ? [] : [
    { kind: 'choice', name: 'via', label: t('input.via.label'), choices: (['internet', 'satellite'] as const).map((value) => ({ value, label: t(`input.via.${value}`) })) },
  ];
  if (kind !== 'test' && fitting.length > 0) {
    fields.push({ kind: 'choice', name: 'uplinkId', label: t('input.uplink'), choices: fitting.map(({ id, name }) => ({ value: id, label: name })), empty: t('input.noUplink'), optional: true });
  }
  if (kind === 'srt') fields.push({ kind: 'number', name: 'latencyMs', label: t('input.latency'), hint: t('input.latencyHint'), min: 20, max: 8_000 });
  if (kind === 'udp') fields.push({ kind: 'text', name: 'group', label: t('input.group'), hint: t('input.groupHint'), optional: true });
  if (kind === 'hls') fields.push({ kind: 'url', name: 'url', label: t('input.url'), hint: t('input.urlHint') });
  if (!isNew) return fields;
  return [
    { kind: 'choice', name: 'kind', label: t('input.kind.label'), hint: t(`input.kindHint.${kind}`), choices: KINDS.map((value) => ({ value, label: t(`input.kind.${value}`) })) },
    ...fields,
  ];
}

/** As the API takes it: an uplink of the other way is none, and an empty group is none. */
export function inputBody(values: FormValues, uplinks: readonly Uplink[]): FormValues {
  const body: Record<string, FormValues[string]> = { ...values };
  if ('uplinkId' in body && !uplinks.some(({ id, kind }) => id === body['uplinkId'] && kind === body['via'])) body['uplinkId'] = null;
  if (body['group'] === '') body['group'] = null;
  return body;
}

export const valuesOf = ({ kind, via, uplinkId, latencyMs, group, address }: StreamInput): FormValues => ({ kind, via, uplinkId, latencyMs, group, url: kind === 'hls' ? address : '' });
