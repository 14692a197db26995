import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Availability } from '@contract/speaking.js';
import { isWithin, withoutWindow, withWindow, type Window } from '@rules/availability.js';
import { datesAround } from '@rules/zoned-day.js';
import { useZone } from '../../app/zone.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { useFormat } from '../../ui/use-format.js';
import { changingDays, dayTable, type TableCell } from './day-table.js';
import { AvailabilityGrid } from './availability-grid.js';
import styles from './availability-editor.module.css';

const MINUTE = 60_000;

interface Props {
  saved: Availability;
  isSaving: boolean;
  onSave: (availability: Availability) => void;
}

/** Marks half hours over the days of the conference. Another zone shows the same instants on other clocks. */
export function AvailabilityEditor({ saved, isSaving, onSave }: Props) {
  const { t } = useTranslation('speak');
  const format = useFormat();
  const { agenda } = useLiveAgenda();
  const { startsOn, endsOn } = agenda.conference;
  const held = useMemo(() => saved.windows.map(({ startsAt, endsAt }): Window => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) })), [saved]);
  const [windows, setWindows] = useState(held);
  const { mine } = useZone();
  // who has marked nothing yet has chosen no clocks either
  const [zone, setZone] = useState(saved.windows.length === 0 ? mine : saved.zone);
  const table = useMemo(() => dayTable(datesAround(startsOn, endsOn), zone), [startsOn, endsOn, zone]);
  const mark = (cells: readonly TableCell[], free: boolean): void =>
    setWindows((now) => cells.reduce((sum, cell) => (free ? withWindow(sum, cell) : withoutWindow(sum, cell)), now));
  const minutes = windows.reduce((sum, window) => sum + (window.endsAt - window.startsAt) / MINUTE, 0);
  const dst = changingDays(table).map((column) => format.day(Date.parse(table.dates[column] ?? ''), 'UTC'));

  const likeFirst = (): void => {
    const first = table.rows.map((row) => row[0]?.every((cell) => isWithin(windows, cell)) ?? false);
    for (const free of [true, false]) mark(table.cells.filter((cell) => cell.column > 0 && first[cell.row] === free), free);
  };

  return (
    <div className={styles.editor}>
      <div className={styles.bar}>
        <ZoneField zone={zone} onChange={setZone} />
        <Button onPress={likeFirst}>{t('availability.copy')}</Button>
        <Button onPress={() => setWindows([])}>{t('availability.clear')}</Button>
      </div>
      {dst.length > 0 && <p className={styles.dst}>{t('availability.dst', { days: format.list(dst) })}</p>}
      <AvailabilityGrid table={table} zone={zone} windows={windows} onMark={mark} />
      <div className={styles.foot}>
        <p role="status">{minutes === 0 ? t('availability.none') : t('availability.marked', { duration: format.duration(minutes) })}</p>
        <Button
          look="strong"
          isDisabled={isSaving}
          onPress={() => onSave({ zone, windows: windows.map(({ startsAt, endsAt }) => ({ startsAt: new Date(startsAt).toISOString(), endsAt: new Date(endsAt).toISOString() })) })}
        >
          {t('availability.save')}
        </Button>
        <Button onPress={() => setWindows(held)}>{t('availability.reset')}</Button>
      </div>
    </div>
  );
}

/** The zones that are likely: what was chosen, this device's, and those of the conference's cities. */
function ZoneField({ zone, onChange }: { zone: string; onChange: (zone: string) => void }) {
  const { t } = useTranslation('speak');
  const { agenda } = useLiveAgenda();
  const { mine } = useZone();
  const zones = [...new Set([zone, mine, ...Object.values(agenda.cities).map((city) => city.zone)])].sort();
  return (
    <label className={styles.zone}>
      {t('availability.zone')}
      <select value={zone} onChange={(event) => onChange(event.target.value)} className={styles.select}>
        {zones.map((name) => (
          <option key={name} value={name}>
            {name.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </label>
  );
}
