import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/use-format.js';
import fields from '../../fields/fields.module.css';
import own from './travel.module.css';
import type { Way, Ways } from './ways.js';

/** Which ways are listed: those with an own time, all, or those from one venue, by its id. */
export type Shown = 'own' | 'all' | (string & {});

/** With more ways than these, all at once are not offered: a hundred venues have five thousand. */
const MOST = 300;

export function waysShown(ways: Ways, shown: Shown, ownKeys: readonly string[]): Way[] {
  if (shown === 'own') return ways.named(ownKeys);
  return shown === 'all' ? ways.all() : ways.from(shown);
}

export function WayChoice({ ways, shown, onChange }: { ways: Ways; shown: Shown; onChange: (shown: Shown) => void }) {
  const { t } = useTranslation('travel');
  const format = useFormat();
  return (
    <label className={own.choice}>
      <span className={fields.label}>{t('ways')}</span>
      <select className={fields.input} value={shown} onChange={(event) => onChange(event.target.value)}>
        <option value="own">{t('shown.own')}</option>
        {ways.count <= MOST && <option value="all">{t('shown.all', { formatted: format.number(ways.count) })}</option>}
        {ways.stops.length > 2 && (
          <optgroup label={t('shown.from')}>
            {ways.stops.map(({ id, name, city }) => <option key={id} value={id}>{t('stop', { venue: name, city: city.name })}</option>)}
          </optgroup>
        )}
      </select>
    </label>
  );
}
