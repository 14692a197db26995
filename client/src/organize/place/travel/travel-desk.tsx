import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VenueTravel } from '@contract/place.js';
import { Button } from '../../../ui/button.js';
import { useFormat } from '../../../ui/use-format.js';
import styles from '../../organize.module.css';
import { SaveBar } from './save-bar.js';
import { wrongWays } from './travel-changes.js';
import { TravelTable } from './travel-table.js';
import own from './travel.module.css';
import { useTravelChanges } from './use-travel-changes.js';
import { type Shown, WayChoice, waysShown } from './way-choice.js';
import { minutesByWay, type Ways } from './ways.js';

const PasteDialog = lazy(async () => ({ default: (await import('./paste-dialog.js')).PasteDialog }));

/** So many are shown without asking: a few cities' ways are seen at a glance. */
const FEW = 45;

/** The ways between venues, with what is estimated and the organizers' own times, which are saved together. */
export function TravelDesk({ slug, ways, held }: { slug: string; ways: Ways; held: VenueTravel }) {
  const { t } = useTranslation('travel');
  const format = useFormat();
  const edited = useTravelChanges(slug, held);
  const minutes = minutesByWay(held);
  const ownKeys = [...minutes.keys(), ...Object.keys(edited.changes)];
  const [shown, setShown] = useState<Shown>(ways.count <= FEW ? 'all' : 'own');
  const [isPasting, setPasting] = useState(false);
  /** How often it was saved, refused or discarded: each time the focus goes to the first field that is wrong, else to the list. */
  const [settled, setSettled] = useState(0);
  const table = useRef<HTMLDivElement>(null);
  const rows = waysShown(ways, shown, ownKeys);
  const wrong = wrongWays(edited.changes);

  useEffect(() => {
    if (settled > 0) (table.current?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? table.current)?.focus();
  }, [settled]);

  async function save(): Promise<void> {
    if (wrong.length === 0) await edited.save();
    else if (!wrong.every((key) => rows.some(({ id }) => id === key))) setShown('own');
    setSettled((times) => times + 1);
  }

  return (
    <>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        <Button icon="copy" onPress={() => setPasting(true)}>{t('paste.open')}</Button>
      </div>
      <p className={own.words}>{t('what')}</p>
      <p className={own.words}>
        {minutes.size === 0 ? t('noneOwn') : t('someOwn', { count: minutes.size, formatted: format.number(minutes.size), all: format.number(ways.count) })} {t('model')}
      </p>
      <WayChoice ways={ways} shown={shown} onChange={setShown} />
      <div ref={table} className={own.table} tabIndex={-1}>
        {rows.length === 0 ? (
          <p className={styles.empty}>{t('noneShown')}</p>
        ) : (
          <TravelTable
            rows={rows} minutes={minutes} changes={edited.changes} refused={edited.refused.byWay} estimate={(way) => ways.estimate(way)}
            onChange={(key, text) => edited.change({ [key]: text })} onForget={edited.forget}
          />
        )}
      </div>
      <SaveBar
        count={Object.keys(edited.changes).length} wrong={wrong.length} isSaving={edited.isSaving} refused={edited.refused.whole}
        onSave={() => void save()} onDiscard={() => {
          edited.forget();
          setSettled((times) => times + 1);
        }}
      />
      <Suspense>
        {isPasting && (
          <PasteDialog
            ways={ways}
            onClose={() => setPasting(false)}
            onTake={(changes) => {
              edited.change(changes);
              setPasting(false);
              if (shown !== 'all') setShown('own');
            }}
          />
        )}
      </Suspense>
    </>
  );
}
