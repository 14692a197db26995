import { useTranslation } from 'react-i18next';
import type { City, Track } from '@contract/place.js';
import { SearchField } from '../../ui/search-field.js';
import { ToggleGroup } from '../../ui/toggle-group.js';
import fields from '../fields/fields.module.css';
import { STATES, type SessionFilters } from './session-filters.js';
import styles from './sessions.module.css';

interface Props {
  filters: SessionFilters;
  cities: readonly City[];
  tracks: readonly Track[];
  onChange: (patch: Partial<SessionFilters>) => void;
}

/** What narrows the list. */
export function SessionsBar({ filters, cities, tracks, onChange }: Props) {
  const { t } = useTranslation('organize');
  return (
    <search className={styles.bar}>
      <SearchField label={t('sessions.search')} placeholder={t('sessions.search')} clearLabel={t('sessions.clear')} value={filters.search} onChange={(search) => onChange({ search })} />
      {cities.length > 1 && <Narrowing label={t('sessions.city')} all={t('sessions.allCities')} rows={cities} value={filters.cityId} onChange={(cityId) => onChange({ cityId })} />}
      {tracks.length > 0 && <Narrowing label={t('sessions.track')} all={t('sessions.allTracks')} rows={tracks} value={filters.trackId} onChange={(trackId) => onChange({ trackId })} />}
      <ToggleGroup label={t('sessions.show')} value={filters.state} onChange={(state) => onChange({ state })} options={STATES.map((key) => ({ key, label: t(`sessions.state.${key}`) }))} />
    </search>
  );
}

function Narrowing({ label, all, rows, value, onChange }: { label: string; all: string; rows: readonly { id: string; name: string }[]; value: string | null; onChange: (id: string | null) => void }) {
  return (
    <select aria-label={label} className={`${fields.input} ${styles.narrowing}`} value={value ?? ''} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
      <option value="">{all}</option>
      {rows.map((row) => (
        <option key={row.id} value={row.id}>
          {row.name}
        </option>
      ))}
    </select>
  );
}
