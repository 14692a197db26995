import { useTranslation } from 'react-i18next';
import type { FieldSpec, FormValues } from '../fields/field-spec.js';

export const BLANK_CITY: FormValues = { name: '', country: null, zone: '', latitude: null, longitude: null, position: 0 };

export function useCityFields(): FieldSpec[] {
  const { t } = useTranslation('organize');
  return [
    { kind: 'text', name: 'name', label: t('city.name') },
    { kind: 'country', name: 'country', label: t('city.country'), optional: true },
    { kind: 'zone', name: 'zone', label: t('city.zone'), hint: t('city.zoneHint') },
    { kind: 'number', name: 'latitude', label: t('city.latitude'), optional: true, step: 0.0001, min: -90, max: 90, hint: t('city.positionHint') },
    { kind: 'number', name: 'longitude', label: t('city.longitude'), optional: true, step: 0.0001, min: -180, max: 180 },
    { kind: 'number', name: 'position', label: t('city.order'), min: 0 },
  ];
}
