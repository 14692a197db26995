import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionId } from '@contract/ids.js';
import type { IndexedSession } from '../../attend/agenda-index.js';
import { Time } from '../../ui/time.js';
import { ChoiceList } from './choice-list.js';
import { useDesk } from './desk.js';

const NEAR = 12 * 60 * 60_000;
const MOST = 20;

/** The sessions that this one could change places with: those of its room first, then those of its city, the nearest in time first. */
export function ChooseOther({ entry, onChoose }: { entry: IndexedSession; onChoose: (id: SessionId) => void }) {
  const { t } = useTranslation('liveDay');
  const { index } = useDesk();
  const [chosen, setChosen] = useState<SessionId | null>(null);
  const far = (other: IndexedSession): number =>
    Math.abs(other.start - entry.start) + (other.room.id === entry.room.id ? 0 : NEAR) + (other.city.id === entry.city.id ? 0 : 4 * NEAR);
  const others = index.sessions
    .filter((other) => other.session.id !== entry.session.id && other.session.status === 'scheduled' && other.session.anchor !== 'fixed' && Math.abs(other.start - entry.start) < NEAR)
    .sort((a, b) => far(a) - far(b))
    .slice(0, MOST);
  return (
    <ChoiceList
      label={t('swapWith')}
      value={chosen}
      onChoose={(key) => {
        setChosen(key as SessionId);
        onChoose(key as SessionId);
      }}
      choices={others.map((other) => ({
        key: other.session.id,
        words: <bdi>{other.session.title}</bdi>,
        facts: <><Time instant={other.start} end={other.end} zone={other.city.zone} /> <bdi>{other.room.name}</bdi> · <bdi>{other.city.name}</bdi></>,
      }))}
    />
  );
}
