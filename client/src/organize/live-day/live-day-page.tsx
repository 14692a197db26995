import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../account/use-me.js';
import { useNow } from '../../app/use-now.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { RequestRefused } from '../../account/ask-api.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { showToast } from '../../ui/toasts.js';
import { Loaded } from '../loaded.js';
import styles from '../organize.module.css';
import { useOrganize } from '../use-organize.js';
import type { ChangeSubject } from './change-kinds.js';
import { CityRooms } from './city-rooms.js';
import { DayLog } from './day-log.js';
import { DeskContext } from './desk.js';
import own from './live-day.module.css';
import { beginRehearsal, type Rehearsal } from './rehearsal.js';
import { roomsNow } from './room-moments.js';
import { useLiveDesk } from './use-live-desk.js';
import { useRehearsalDesk } from './use-rehearsal-desk.js';

const ChangeDrawer = lazy(async () => ({ default: (await import('./change-drawer.js')).ChangeDrawer }));

/** The day as it runs: what is on in every room, and what to do when it does not go by the plan. */
export default function LiveDayPage() {
  const { t } = useTranslation('liveDay');
  const { slug } = useOrganize();
  const me = useMe();
  const { agenda } = useLiveAgenda();
  const now = useNow(15_000);
  const [rehearsal, setRehearsal] = useState<Rehearsal | null>(null);
  const [subject, setSubject] = useState<ChangeSubject | null>(null);
  const [cityId, setCityId] = useState<string | null>(null);
  const { queries, board, desk: live } = useLiveDesk(slug, now);
  const rehearsed = useRehearsalDesk(board, rehearsal, setRehearsal, now, me.phase === 'signed-in' ? me.account.handle : '');
  const desk = rehearsed ?? live;
  usePageTitle(t('title'), agenda.conference.title);

  const takeBack = (revision: number): void => {
    desk?.takeBack(revision, t('takenBackNote')).then(
      () => showToast(t('takenBack')),
      (error: unknown) => showToast(error instanceof RequestRefused && error.problem !== null ? error.problem.detail : t('notSent')),
    );
  };
  const forReal = (revision: number): (() => void) | null => {
    const asked = rehearsal?.steps.find((step) => step.revision.revision === revision)?.asked ?? null;
    if (asked === null) return null;
    return () => {
      setRehearsal(null);
      setSubject({ about: 'request', changes: asked.changes, title: t('log.forReal') });
    };
  };

  return (
    <section className={`${styles.section} ${rehearsal === null ? '' : own.rehearsing}`} aria-label={t('title')}>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
        {rehearsal === null && <Button icon="copy" isDisabled={board === undefined} onPress={() => setRehearsal(beginRehearsal(agenda))}>{t('rehearsal.begin')}</Button>}
      </div>
      {rehearsal !== null && (
        <div className={own.banner} role="status">
          <p><strong>{t('rehearsal.name')}</strong> {t('rehearsal.text')}</p>
          <Button onPress={() => setRehearsal(null)}>{t('rehearsal.leave')}</Button>
        </div>
      )}
      <Loaded queries={queries}>
        {() => desk !== null && (
          <DeskContext value={desk}>
            {desk.index.cities.length > 1 && (
              <label className={own.filter}>
                <span>{t('city')}</span>
                <select value={cityId ?? ''} onChange={(event) => setCityId(event.target.value === '' ? null : event.target.value)}>
                  <option value="">{t('allCities')}</option>
                  {desk.index.cities.map((city) => <option key={city.id} value={city.id}>{city.name}</option>)}
                </select>
              </label>
            )}
            <CityRooms rooms={roomsNow(desk.index, now, cityId)} now={now} onChange={setSubject} />
            <section className={own.logSection} aria-label={t('log.title')}>
              <h2>{t('log.title')}</h2>
              <DayLog zone={agenda.conference.zone} onTakeBack={takeBack} forReal={forReal} />
            </section>
            {subject !== null && (
              <Suspense>
                <ChangeDrawer key={desk.isRehearsal ? 'rehearsal' : 'live'} subject={subject} onClose={() => setSubject(null)} />
              </Suspense>
            )}
          </DeskContext>
        )}
      </Loaded>
    </section>
  );
}
