import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { City } from '@contract/place.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import type { BoardIndex } from '../board/model/board-index.js';
import styles from './change-list.module.css';
import shared from './plan.module.css';
import type { PlanChange, PlanChanges } from './plan-changes.js';

/** So many at once: whoever wants to see all of a large plan says so. */
const FIRST = 40;

/** What gets a place or another one, by city and in its time; and what loses its place. */
export function ChangeList({ slug, index, changes }: { slug: string; index: BoardIndex; changes: PlanChanges }) {
  const { t } = useTranslation('plan');
  if (changes.cities.length === 0 && changes.takenOut.length === 0) return null;
  return (
    <section className={styles.changes} aria-labelledby="plan-changes">
      <h2 id="plan-changes" className={shared.legend}>{t('changes.title')}</h2>
      {changes.cities.map(({ city, changes: own }) => <CityChanges key={city.id} slug={slug} index={index} city={city} changes={own} />)}
      {changes.takenOut.length > 0 && (
        <section className={shared.card}>
          <h3>{t('changes.takenOut')}</h3>
          <ul>
            {changes.takenOut.map(({ id, title }) => (
              <li key={id} className={styles.row}><Link to={`/${slug}/organize/sessions/${id}`} className={styles.title}><bdi>{title}</bdi></Link></li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

function CityChanges({ slug, index, city, changes }: { slug: string; index: BoardIndex; city: City; changes: readonly PlanChange[] }) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, FIRST);
  return (
    <section className={shared.card} aria-label={city.name}>
      <h3 className={styles.city}><bdi>{city.name}</bdi> <span className={shared.hint}>{format.number(changes.length)}</span></h3>
      <ul>{shown.map((change) => <Change key={change.session.id} slug={slug} index={index} zone={city.zone} change={change} />)}</ul>
      {shown.length < changes.length && (
        <div><Button look="quiet" onPress={() => setAll(true)}>{t('changes.all', { count: changes.length, formatted: format.number(changes.length) })}</Button></div>
      )}
    </section>
  );
}

function Change({ slug, index, zone, change: { session, from, to } }: { slug: string; index: BoardIndex; zone: string; change: PlanChange }) {
  const { t } = useTranslation('plan');
  const roomOf = (id: string): string => index.placeOf.get(id)?.room.name ?? '';
  return (
    <li className={styles.row} data-planned={session.id}>
      <span className={styles.head}>
        <Link to={`/${slug}/organize/sessions/${session.id}`} className={styles.title}><bdi>{session.title}</bdi></Link>
        <Badge tone={from === null ? 'ok' : 'changed'} icon={from === null ? 'plus' : 'arrow'}>{t(from === null ? 'changes.placed' : 'changes.moved')}</Badge>
      </span>
      <span className={styles.places}>
        {from !== null && (
          <>
            <s><Time instant={from.start} end={from.end} zone={index.placeOf.get(from.roomId)?.city.zone ?? zone} withDay /> · <bdi>{roomOf(from.roomId)}</bdi></s>
            <Icon name="arrow" size={1} />
          </>
        )}
        <span><Time instant={to.start} end={to.end} zone={zone} withDay /> · <bdi>{roomOf(to.roomId)}</bdi></span>
      </span>
    </li>
  );
}
