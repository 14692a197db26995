import { useTranslation } from 'react-i18next';
import type { Travel } from '@rules/placement/travel-times.js';
import { Badge } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { useFormat } from '../../../ui/use-format.js';
import { DataTable } from '../../data-table.js';
import { MinutesInput } from './minutes-input.js';
import { readMinutes, type TravelChanges } from './travel-changes.js';
import own from './travel.module.css';
import type { Stop, Way } from './ways.js';

interface Props {
  rows: readonly Way[];
  /** As the server has them. */
  minutes: ReadonlyMap<string, number>;
  changes: TravelChanges;
  /** What the server did not take, by way. */
  refused: ReadonlyMap<string, string>;
  estimate: (way: Way) => Travel;
  onChange: (key: string, text: string) => void;
  onForget: (key: string) => void;
}

/** Ways with what is estimated, and beside it the organizers' own time. */
export function TravelTable({ rows, minutes, changes, refused, estimate, onChange, onForget }: Props) {
  const { t } = useTranslation('travel');
  const textOf = (key: string): string => changes[key] ?? String(minutes.get(key) ?? '');
  const errorOf = (key: string): string | undefined => (readMinutes(textOf(key)) === undefined ? t('wrong') : refused.get(key));
  const names = ({ from, to }: Way) => ({ from: from.name, to: to.name });
  return (
    <DataTable
      label={t('title')}
      rows={rows}
      columns={[
        { label: t('from'), cell: ({ from }) => <StopName stop={from} /> },
        { label: t('to'), cell: ({ to }) => <StopName stop={to} /> },
        { label: t('estimate'), cell: (way) => <Estimate travel={estimate(way)} isUsed={readMinutes(textOf(way.id)) === null} /> },
        {
          label: t('minutes'), cell: (way) => (
            <MinutesInput label={t('minutesOf', names(way))} text={textOf(way.id)} error={errorOf(way.id)} onChange={(text) => onChange(way.id, text)}>
              {changes[way.id] !== undefined && <Badge tone="changed">{t(readMinutes(textOf(way.id)) === null ? 'toEstimate' : 'notSaved')}</Badge>}
            </MinutesInput>
          ),
        },
      ]}
      actions={(way) => {
        if (changes[way.id] !== undefined) {
          return <Button look="quiet" aria-label={t('forgetOf', names(way))} onPress={() => onForget(way.id)}>{t('forget')}</Button>;
        }
        if (!minutes.has(way.id)) return null;
        return <Button look="quiet" aria-label={t('removeOf', names(way))} onPress={() => onChange(way.id, '')}>{t('remove')}</Button>;
      }}
    />
  );
}

function StopName({ stop }: { stop: Stop }) {
  return (
    <span className={own.stop}>
      <bdi>{stop.name}</bdi>
      <bdi className={own.faint}>{stop.city.name}</bdi>
    </span>
  );
}

function Estimate({ travel, isUsed }: { travel: Travel; isUsed: boolean }) {
  const { t } = useTranslation('travel');
  const format = useFormat();
  return (
    <span className={own.stop}>
      <span className={isUsed ? undefined : own.unused}>{format.duration(travel.minutes)}</span>
      <span className={own.faint}>{t(`basis.${travel.basis}`)}</span>
    </span>
  );
}
