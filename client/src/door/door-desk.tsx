import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useZone } from '../app/zone.js';
import { useLiveAgenda } from '../live/live-agenda.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { showToast } from '../ui/toasts.js';
import { useFormat } from '../ui/use-format.js';
import { ByHand } from './by-hand.js';
import { Conflicts } from './conflicts.js';
import { DoorStore, type Door } from './door-store.js';
import styles from './door.module.css';
import { Scanner } from './scanner.js';
import { sound } from './sound.js';
import { VerdictCard } from './verdict-card.js';

/** One door at work. */
export function DoorDesk({ door, onLeave }: { door: Door; onLeave: () => void }) {
  const { t } = useTranslation('door');
  const format = useFormat();
  const { agenda } = useLiveAgenda();
  const { zoneFor } = useZone();
  const [store] = useState(() => new DoorStore(door));
  const [loud, setLoud] = useState(false);
  useEffect(() => store.start(), [store]);
  const state = useSyncExternalStore(store.subscribe, store.read);
  const venue = agenda.venues[door.venueId];
  const zone = zoneFor((venue === undefined ? undefined : agenda.cities[venue.cityId]?.zone) ?? agenda.conference.zone);
  const timeOf = (instant: string): string => `${format.time(Date.parse(instant), zone)} ${format.zoneName(zone, Date.parse(instant))}`;
  const { list, verdict } = state;
  useEffect(() => {
    if (loud && verdict !== null) sound(verdict.outcome === 'admitted');
  }, [loud, verdict]);

  return (
    <>
      <div className={styles.head}>
        <strong dir="auto">{door.device === '' ? (venue?.name ?? list?.venue) : t('place', { venue: venue?.name ?? list?.venue ?? '', door: door.device })}</strong>
        <Badge tone={state.online ? 'ok' : 'warn'} icon={state.online ? 'check' : 'alert'}>
          {state.online ? t('network.online') : list === null ? t('network.noList') : t('network.offline', { time: timeOf(list.madeAt) })}
        </Badge>
        {list !== null && <span data-testid="counts">{t('counts', { came: format.number(state.came), expected: format.number(list.tickets.length) })}</span>}
        {state.waiting > 0 && <Badge icon="clock">{t('network.waiting', { count: state.waiting, formatted: format.number(state.waiting) })}</Badge>}
      </div>
      {state.refused !== null && (
        <p className={styles.error} role="alert">
          {state.refused}
        </p>
      )}
      <div role="status" aria-live="assertive">
        {verdict !== null && (
          <VerdictCard
            key={`${verdict.id} ${verdict.outcome}`}
            verdict={verdict}
            timeOf={timeOf}
            listOf={list?.madeAt ?? null}
            onUndo={() => void store.undo().then(() => showToast(t('undone')))}
            onAnyway={() => void store.check(verdict.shown, true)}
          />
        )}
      </div>
      <Scanner onFound={(token) => void store.check({ kind: 'token', token: token.slice(0, 1_000) })} />
      <ByHand list={list} onChoose={(shown) => void store.check(shown)} />
      <Conflicts conflicts={state.conflicts} timeOf={timeOf} onDismiss={(id) => void store.dismiss(id)} />
      <div className={styles.foot}>
        <Button aria-pressed={loud} icon={loud ? 'check' : 'minus'} onPress={() => setLoud(!loud)}>
          {t('sound')}
        </Button>
        <Button onPress={() => void store.refresh()}>{t('refresh')}</Button>
        <Button onPress={() => void store.forgetList().then(() => showToast(t('forgotten')))} isDisabled={list === null}>
          {t('forget')}
        </Button>
        <Button onPress={onLeave}>{t('leave')}</Button>
      </div>
    </>
  );
}
