import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holdsRole, useMe, type Role } from '../account/use-me.js';
import { storedValue } from '../app/stored-value.js';
import { usePageTitle } from '../app/use-page-title.js';
import { SignInFirst } from '../attend/registration/sign-in-first.js';
import { useLiveAgenda } from '../live/live-agenda.js';
import { EmptyState } from '../ui/empty-state.js';
import { Skeleton } from '../ui/skeleton.js';
import { ChooseDoor } from './choose-door.js';
import { DoorDesk } from './door-desk.js';
import styles from './door.module.css';
import type { Door } from './door-store.js';

const STAFF: readonly Role[] = ['administrator', 'organizer', 'city-host', 'stage-crew'];

/** The check-in screen. A device that has stood at a door opens there again, also without a network. */
export default function DoorPage() {
  const { t } = useTranslation('door');
  const { agenda } = useLiveAgenda();
  const { slug } = agenda.conference;
  usePageTitle(t('title'), agenda.conference.title);
  const me = useMe();
  const [door, setDoor] = useState<Door | null>(() => readDoor(slug));
  const choose = (next: Door | null): void => {
    setDoor(next);
    storedValue(`meridian.door.${slug}`).write(JSON.stringify(next));
  };
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('title')}</h1>
      {content()}
    </div>
  );

  function content() {
    if (me.phase === 'loading') return <Skeleton height="16rem" />;
    if (me.phase === 'anonymous') return <SignInFirst />;
    if (me.phase === 'signed-in' && !holdsRole(me, STAFF, slug)) {
      return (
        <EmptyState icon="place" title={t('notYours')}>
          {t('notYoursText')}
        </EmptyState>
      );
    }
    return door === null ? <ChooseDoor slug={slug} onChoose={choose} /> : <DoorDesk key={`${door.venueId} ${door.device}`} door={door} onLeave={() => choose(null)} />;
  }
}

function readDoor(slug: string): Door | null {
  try {
    return JSON.parse(storedValue(`meridian.door.${slug}`).read() ?? 'null') as Door | null;
  } catch {
    return null;
  }
}
