import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CitySwitch } from '../../../attend/grid/city-switch.js';
import { IconButton } from '../../../ui/icon-button.js';
import { Button } from '../../../ui/button.js';
import { useFormat } from '../../../ui/use-format.js';
import { useFindingWords } from '../findings/use-finding-words.js';
import { worstBySession } from '../findings/worst-of.js';
import { DAY, wallDay } from '../../../app/wall-clock.js';
import { boardSpan, daysOfLine } from '../model/time-line.js';
import { ConflictNotice } from '../panels/conflict-notice.js';
import { FindingsPanel } from '../panels/findings-panel.js';
import { FitPanel } from '../panels/fit-panel.js';
import { Select } from '../panels/select.js';
import { SessionCard } from '../panels/session-card.js';
import type { BoardStore, ReadyBoard } from '../store/board-store.js';
import { SyncState } from '../sync-state.js';
import { Tray } from '../tray/tray.js';
import { useBoardRules } from '../use-board.js';
import { useBoardActions } from '../use-board-actions.js';
import { usePlaceWords } from '../use-place-words.js';
import { useReach } from '../use-reach.js';
import { useSelection } from '../use-selection.js';
import styles from './board-phone.module.css';
import { MoveForm } from './move-form.js';
import { PhoneRoom } from './phone-room.js';

type View = 'day' | 'tray' | 'findings' | 'fit';

const NONE: ReadonlySet<string> = new Set();

/** The board where only one city's day has room: a list of rooms, moved by taps and by a form. */
export function BoardPhone({ slug, store, board }: { slug: string; store: BoardStore; board: ReadyBoard }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { index } = board;
  const { conference, cities } = index.board;
  const rules = useBoardRules(index);
  const actions = useBoardActions(store);
  const selection = useSelection();
  const words = useFindingWords(index);
  const [view, setView] = useState<View>('day');
  const [cityId, setCity] = useState<string | null>(null);
  const [date, setDate] = useState<string | null>(null);
  const shownCities = useMemo(() => cities.filter(({ id }) => index.places.some(({ city }) => city.id === id)), [cities, index.places]);
  const city = shownCities.find(({ id }) => id === cityId) ?? shownCities[0]!;
  const placed = useMemo(() => [...index.byId.values()].flatMap(({ at }) => at ?? []), [index.byId]);
  const line = useMemo(() => boardSpan(conference.startsOn, conference.endsOn, [conference.zone, ...cities.map(({ zone }) => zone)], placed), [conference, cities, placed]);
  const days = useMemo(() => daysOfLine(line, city.zone).filter((day) => day.date >= conference.startsOn && day.date <= conference.endsOn), [line, city.zone, conference]);
  const day = days.find((held) => held.date === date) ?? days.findLast(({ start }) => start <= Date.now() && Date.now() < start + DAY) ?? days[0]!;
  const findings = rules.placement.findings();
  const severityOf = useMemo(() => worstBySession(findings), [findings]);
  const blocking = findings.filter(({ severity }) => severity === 'blocking').length;
  const chosen = selection.chosen === null ? undefined : index.byId.get(selection.chosen);
  const placeWords = usePlaceWords(index);
  const { mayMove } = useReach(index);
  const movable = chosen !== undefined && mayMove(chosen);
  const dayNumber = Math.floor(Date.parse(day.date) / DAY);

  return (
    <div className={styles.phone}>
      <div className={styles.bar}>
        <SyncState board={board} others={store.others} />
        <span className={styles.tools}>
          <IconButton icon="undo" label={t('toolbar.undo')} isDisabled={!board.canUndo} onPress={() => store.undo()} />
          <IconButton icon="redo" label={t('toolbar.redo')} isDisabled={!board.canRedo} onPress={() => store.redo()} />
          <Button icon={blocking > 0 ? 'alert' : 'check'} onPress={() => setView(view === 'findings' ? 'day' : 'findings')}>{format.number(blocking)}</Button>
          <Button icon="tray" onPress={() => setView(view === 'tray' ? 'day' : 'tray')}>{format.number(index.tray.length)}</Button>
        </span>
      </div>
      {board.conflict !== null && <ConflictNotice conflict={board.conflict} index={index} placeWords={placeWords} onSettle={(choice) => store.settle(choice)} />}
      {chosen !== undefined && (view === 'fit' ? (
        <FitPanel
          index={index} rules={rules.placement} entry={chosen} line={line} words={words} onLook={() => undefined} onClose={() => setView('day')}
          onPlace={(at) => {
            actions.place(chosen, at);
            setView('day');
          }}
        />
      ) : (
        <>
          <SessionCard
            slug={slug} index={index} entry={chosen} findings={rules.placement.findingsOf(chosen.session.id)} words={words} actions={actions} movable={movable}
            onFindFit={() => setView('fit')} onClose={() => selection.choose(null)}
          />
          {movable && <MoveForm key={chosen.session.id} index={index} rules={rules} entry={chosen} words={words} city={city} day={day} onPlace={(at, waiver) => actions.place(chosen, at, waiver)} />}
        </>
      ))}
      {view === 'findings' && <FindingsPanel index={index} findings={findings} words={words} actions={actions} onClose={() => setView('day')} onGoTo={(id) => {
        selection.choose(id);
        setView('day');
      }} />}
      {view === 'tray' && (
        <div className={styles.tray} onClick={(event) => {
          const id = (event.target as Element).closest<HTMLElement>('[data-session]')?.dataset.session;
          if (id === undefined) return;
          selection.choose(id);
          setView('day');
          scrollTo({ top: 0 });
        }}>
          <Tray slug={slug} index={index} selected={selection.selected} carried={NONE} />
        </div>
      )}
      {view === 'day' && (
        <>
          <div className={styles.where}>
            <CitySwitch cities={shownCities} chosen={city} onChoose={setCity} />
            <Select label={t('fit.day')} value={day.date} onChange={setDate} options={days.map((held) => ({ key: held.date, label: format.shortDay(held.start, city.zone) }))} />
          </div>
          {index.places.filter((place) => place.city.id === city.id).map((place) => (
            <PhoneRoom
              key={place.room.id} place={place} severityOf={severityOf} chosen={selection.chosen} onChoose={(id) => {
                selection.choose(id);
                scrollTo({ top: 0 });
              }}
              entries={(index.byRoom.get(place.room.id) ?? []).filter(({ at }) => at !== null && wallDay(at.start, city.zone) === dayNumber)}
            />
          ))}
        </>
      )}
    </div>
  );
}
