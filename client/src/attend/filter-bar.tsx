import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveAgenda } from '../live/live-agenda.js';
import { Button } from '../ui/button.js';
import { MultiSelect } from '../ui/multi-select.js';
import type { SelectOption } from '../ui/multi-select-popover.js';
import { SearchField } from '../ui/search-field.js';
import { useFormat } from '../ui/use-format.js';
import type { AgendaFilters } from './filters.js';
import styles from './filter-bar.module.css';
import { useFilters } from './use-filters.js';

type ListName = Exclude<keyof AgendaFilters, 'text'>;

/** Search and filters of the agenda, for every view of it: they live in the page's address. */
export function FilterBar() {
  const { t } = useTranslation('agenda');
  const { filters, setFilters, clearFilters, isFiltered } = useFilters();
  const options = useFilterOptions();
  return (
    <div className={styles.bar} role="search" aria-label={t('filters.label')}>
      <div className={styles.search}>
        <SearchField
          label={t('filters.search')}
          placeholder={t('filters.search')}
          clearLabel={t('filters.clearSearch')}
          value={filters.text}
          onChange={(text) => setFilters({ text })}
        />
      </div>
      <div className={styles.chips}>
        {LISTS.map((name) => (
          <MultiSelect
            key={name}
            label={t(`filters.${name}`)}
            searchLabel={t('filters.searchIn', { list: t(`filters.${name}`) })}
            clearLabel={t('filters.clearOne')}
            emptyLabel={t('filters.noMatch')}
            options={options[name]}
            selected={filters[name]}
            onChange={(selected) => setFilters({ [name]: selected })}
          />
        ))}
        {isFiltered && (
          <Button look="quiet" onPress={clearFilters}>
            {t('filters.clearAll')}
          </Button>
        )}
      </div>
    </div>
  );
}

const LISTS: readonly ListName[] = ['cities', 'tracks', 'languages', 'speakers'];

function useFilterOptions(): Record<ListName, SelectOption[]> {
  const { index } = useLiveAgenda();
  const format = useFormat();
  return useMemo(
    () => ({
      cities: index.cities.map((city) => ({ key: city.id, label: city.name })),
      tracks: index.tracks.map((track) => ({ key: track.id, label: track.name, colour: track.colour })),
      languages: index.languages.map((tag) => ({ key: tag, label: format.language(tag) })),
      speakers: index.speakers.map((speaker) => ({ key: speaker.id, label: speaker.name })),
    }),
    [index.cities, index.tracks, index.languages, index.speakers, format],
  );
}
