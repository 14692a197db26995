import { lazy, type MouseEvent, Suspense, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Window } from '@rules/availability.js';
import { useNow } from '../../app/use-now.js';
import { useFormat } from '../../ui/use-format.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import styles from './board-desk.module.css';
import { type Carried, CarryStore, type Judge } from './carry/carry-store.js';
import { dropOf } from './carry/drop.js';
import { usePointerCarry } from './carry/use-pointer-carry.js';
import { VerdictBar } from './carry/verdict-bar.js';
import { useFindingWords } from './findings/use-finding-words.js';
import { worstBySession } from './findings/worst-of.js';
import type { BoardEntry, PlacedAt } from './model/board-index.js';
import { outside } from './model/shading.js';
import { daysOfLine } from './model/time-line.js';
import { ConflictNotice } from './panels/conflict-notice.js';
import { SidePanel, type Shown } from './panels/side-panel.js';
import type { BlockContext } from './plane/block-context.js';
import { BoardPlane } from './plane/board-plane.js';
import { CarriedChip, CarriedGhost } from './plane/carried-ghost.js';
import { NoFitLayer } from './plane/no-fit-layer.js';
import { OthersLayer } from './plane/others-layer.js';
import { PlacesLayer } from './plane/places-layer.js';
import { useBlockWords } from './plane/use-block-words.js';
import { reveal, revealInstant } from './reveal.js';
import type { BoardStore, ReadyBoard } from './store/board-store.js';
import { Toolbar } from './toolbar.js';
import { Tray } from './tray/tray.js';
import { useBoardRules } from './use-board.js';
import { useBoardActions } from './use-board-actions.js';
import { useBoardFrame } from './use-board-frame.js';
import { chosenWith, useBoardKeys } from './use-board-keys.js';
import { useBoardSettings } from './use-board-settings.js';
import { useFirstPlace } from './use-first-place.js';
import { usePageKeys } from './use-page-keys.js';
import { usePointing } from './use-pointing.js';
import { useRoving } from './use-roving.js';
import { useSelection } from './use-selection.js';
import { useSlides } from './use-slides.js';

// wanted by no one before something is refused or asked for
const RefusedDialog = lazy(async () => ({ default: (await import('./panels/refused-dialog.js')).RefusedDialog }));
const HelpDialog = lazy(async () => ({ default: (await import('./panels/help-dialog.js')).HelpDialog }));

const NONE: ReadonlySet<string> = new Set();
const NO_WINDOWS: readonly Window[] = [];

/** The board on a screen that has room for it: tray, rooms and time, and one panel. */
export function BoardDesk({ slug, store, board }: { slug: string; store: BoardStore; board: ReadyBoard }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { index } = board;
  const { conference, audiences } = index.board;
  const root = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const chip = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const settings = useBoardSettings(slug);
  const frame = useBoardFrame(index, settings);
  const rules = useBoardRules(index);
  const selection = useSelection();
  const actions = useBoardActions(store);
  const roving = useRoving(box, index, frame);
  const words = useFindingWords(index);
  const blockWords = useBlockWords();
  const [shown, setShown] = useState<Shown>('card');
  const [isTrayShown, setTrayShown] = useState(() => !matchMedia('(width < 64rem)').matches);
  const [refused, setRefused] = useState<Carried | null>(null);
  const [helping, setHelping] = useState(false);
  const [looked, setLooked] = useState<PlacedAt | null>(null);
  const judge = useMemo((): Judge => (lead, alongside, target) => rules.judge(lead, alongside, target), [rules]);
  const carry = useMemo(() => new CarryStore(judge, store.seenOf), [judge, store]);
  useSlides(box, index, frame);

  const findings = rules.placement.findings();
  const severityOf = useMemo(() => worstBySession(findings), [findings]);
  const carried = useCarriedIds(carry);
  const mayMoveIn = useMemo(() => {
    const own = index.board.mayMove === null ? null : new Set<string>(index.board.mayMove);
    return (cityId: string): boolean => own === null || own.has(cityId);
  }, [index.board.mayMove]);
  const cityOf = (entry: BoardEntry): string | null => (entry.at === null ? null : (index.placeOf.get(entry.at.roomId)?.city.id ?? null));
  const mayMove = (entry: BoardEntry): boolean => {
    const city = cityOf(entry);
    return city === null || mayMoveIn(city);
  };
  const zoneOf = (roomId: string): string => index.placeOf.get(roomId)?.city.zone ?? conference.zone;
  const world = rules.placement.world;
  const closed = useMemo(() => {
    const held = new Map<string, readonly Window[]>();
    for (const [id, { open }] of world.rooms) held.set(id, open === null ? NO_WINDOWS : outside(frame.line, open));
    return held;
  }, [world, frame.line]);
  const blocks = useMemo((): BlockContext => ({
    severityOf, selected: selection.selected, carried, words: blockWords, mayMove: mayMoveIn,
    closedOf: (roomId) => closed.get(roomId) ?? NO_WINDOWS,
    windowsOf: (venueId) => world.venues.get(venueId as never)?.satelliteWindows ?? NO_WINDOWS,
  }), [severityOf, selection.selected, carried, blockWords, mayMoveIn, closed, world]);

  const placeWords = (at: PlacedAt): string => {
    const zone = zoneOf(at.roomId);
    const own = `${format.shortDay(at.start, zone)}, ${format.timeRange(at.start, at.end, zone)} ${format.zoneName(zone, at.start)}`;
    return t('carry.place', { time: own, room: index.placeOf.get(at.roomId)?.room.name ?? '' });
  };
  const drop = (waiver: string | null = null, held: Carried | null = null): void => {
    const letGo = held ?? carry.letGo();
    if (letGo === null) return;
    const outcome = dropOf(letGo, waiver);
    if (outcome.drop === 'refused') return setRefused(letGo);
    if (outcome.drop === 'edit') store.edit(outcome.what, outcome.set, letGo.seen);
    if (letGo.by === 'keyboard') roving.focus(letGo.lead.session.id);
  };
  usePointerCarry({
    root, chip, store: carry, onDrop: () => drop(),
    scene: () => (box.current === null ? null : { box: box.current, frame, gridMinutes: conference.gridMinutes, zoneOf, mayMove: mayMoveIn }),
    grabOf: (element) => {
      const entry = index.byId.get(element.closest<HTMLElement>('[data-session]')?.dataset.session ?? '');
      if (entry === undefined || !mayMove(entry)) return null;
      if (element.closest('[data-edge]') !== null) return { entry, alongside: [], act: 'resize' };
      return { entry, alongside: selection.selected.has(entry.session.id) && entry.at !== null ? chosenWith(index, selection, entry).filter(mayMove) : [], act: 'move' };
    },
  });
  const firstPlace = useFirstPlace(box, frame, rules.placement);
  const onKeyDown = useBoardKeys({
    box, frame, index, carry, roving, selection, mayMove, firstPlace, onDrop: () => drop(), onUnschedule: actions.unschedule,
  });
  usePageKeys({ onUndo: () => store.undo(), onRedo: () => store.redo(), onHelp: () => setHelping(true) });
  usePointing({ box, frame, carry, store, chosen: selection.chosen });

  const chosen = selection.chosen === null ? undefined : index.byId.get(selection.chosen);
  const goTo = (sessionId: string): void => {
    const at = index.byId.get(sessionId)?.at;
    selection.choose(sessionId);
    const place = at == null ? undefined : index.placeOf.get(at.roomId);
    if (place !== undefined && settings.collapsed.has(place.city.id)) settings.change({ collapsed: new Set([...settings.collapsed].filter((id) => id !== place.city.id)) });
    roving.focus(sessionId);
  };
  useOpening(box, () => {
    if (box.current === null) return;
    const first = chosen?.at ?? openingPlace(index.byId.values(), now);
    if (first !== null) {
      revealInstant(box.current, frame, first.start - 1_800_000, false);
      reveal(box.current, frame, first);
    } else revealInstant(box.current, frame, frame.line.from + 8 * 3_600_000, false);
  });
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    const target = event.target as Element;
    const id = target.closest<HTMLElement>('[data-session]')?.dataset.session;
    if (id === undefined) {
      if (target.closest('[data-plane]') !== null && target.closest('button') === null) selection.choose(null);
    } else if (event.shiftKey || event.ctrlKey || event.metaKey) selection.toggle(id);
    // a press of Enter picks up and is no click; Space chooses
    else {
      selection.choose(id);
      setShown((held) => (held === 'fit' ? 'fit' : 'card'));
    }
  };
  const away = useMemo(() => (chosen === undefined ? [] : chosen.speakers.flatMap(({ name, available }) => (available === null ? [] : outside(
    frame.line, available.map(({ startsAt, endsAt }) => ({ startsAt: Date.parse(startsAt), endsAt: Date.parse(endsAt) })),
  ).map((window) => ({ ...window, who: name }))))), [chosen, frame.line]);

  return (
    <div
      ref={root} className={styles.desk} data-tray-shown={isTrayShown || undefined} onKeyDownCapture={onKeyDown} onClick={onClick}
      onFocus={(event) => {
        const id = event.target.closest<HTMLElement>('[data-plane] [data-session]')?.dataset.session;
        if (id !== undefined) roving.focused(id);
      }}
    >
      <Toolbar
        store={store} board={board} settings={settings} days={useDays(conference, frame.line)} zone={conference.zone} isTrayShown={isTrayShown}
        open={{ blocking: findings.filter(({ severity }) => severity === 'blocking').length, warnings: findings.filter(({ severity }) => severity === 'warning').length }}
        onTray={() => setTrayShown(!isTrayShown)} onDay={(start) => box.current !== null && revealInstant(box.current, frame, start)}
        onFindings={() => setShown(shown === 'findings' ? 'card' : 'findings')} onTable={() => setShown(shown === 'bulk' ? 'card' : 'bulk')} onHelp={() => setHelping(true)}
      />
      {board.conflict !== null && <ConflictNotice conflict={board.conflict} index={index} placeWords={placeWords} onSettle={(choice) => store.settle(choice)} />}
      <VisuallyHidden><span id="board-keys">{t('plane.keys')}</span></VisuallyHidden>
      <div className={styles.work}>
        {isTrayShown && <div className={styles.tray}><Tray index={index} selected={selection.selected} carried={carried} /></div>}
        <div className={styles.middle}>
          <BoardPlane
            box={box} frame={frame} blocks={blocks} zone={conference.zone} now={now} audiences={audiences} active={roving.active}
            onCollapse={(cityId) => {
              const next = new Set(settings.collapsed);
              if (!next.delete(cityId)) next.add(cityId);
              settings.change({ collapsed: next });
            }}
            over={<>
              <PlacesLayer frame={frame} away={away} looked={looked} />
              <NoFitLayer box={box} store={carry} frame={frame} judge={judge} gridMinutes={conference.gridMinutes} />
              <CarriedGhost store={carry} frame={frame} zoneOf={zoneOf} />
              <OthersLayer others={store.others} frame={frame} index={index} />
            </>}
          />
          <VerdictBar store={carry} words={words} placeWords={placeWords} />
        </div>
        <SidePanel
          shown={shown} slug={slug} index={index} rules={rules.placement} findings={findings} line={frame.line} selection={selection} words={words} actions={actions}
          movable={chosen !== undefined && mayMove(chosen)} onShow={setShown} onGoTo={goTo} onLook={(at) => {
            setLooked(at);
            if (at !== null && box.current !== null) reveal(box.current, frame, at, true);
          }}
        />
      </div>
      <CarriedChip store={carry} ref={chip} />
      <Suspense>
        {refused !== null && (
          <RefusedDialog
            title={t('refused.title', { session: refused.lead.session.title })} text={refused.target === null || refused.target === 'tray' ? '' : placeWords(refused.target)}
            findings={refused.findings.filter(({ severity }) => severity === 'blocking')} about={refused.lead.session.id} words={words} confirmLabel={t('refused.placeAnyway')}
            onClose={() => {
              setRefused(null);
              roving.focus(refused.lead.session.id);
            }}
            onWaive={(reason) => {
              setRefused(null);
              drop(reason, refused);
            }}
          />
        )}
        {helping && <HelpDialog onClose={() => setHelping(false)} />}
      </Suspense>
    </div>
  );
}

/** What is carried, for the few blocks that pale: another set only when something is picked up or let go. */
function useCarriedIds(carry: CarryStore): ReadonlySet<string> {
  const key = useSyncExternalStore(carry.subscribe, () => {
    const held = carry.read();
    return held === null ? '' : [held.lead, ...held.alongside].map(({ session }) => session.id).join(' ');
  });
  return useMemo(() => (key === '' ? NONE : new Set(key.split(' '))), [key]);
}

function useDays({ startsOn, endsOn, zone }: { startsOn: string; endsOn: string; zone: string }, line: { from: number; to: number }): readonly { date: string; start: number }[] {
  return useMemo(() => daysOfLine(line, zone).filter(({ date }) => date >= startsOn && date <= endsOn), [line, zone, startsOn, endsOn]);
}

/** Once, when the board is first drawn. */
function useOpening(box: { current: HTMLElement | null }, open: () => void): void {
  const opened = useRef(false);
  useEffect(() => {
    if (opened.current || box.current === null) return;
    opened.current = true;
    open();
  });
}

/** What comes next, or the first of all where everything is over. */
function openingPlace(entries: Iterable<BoardEntry>, now: number): PlacedAt | null {
  let next: PlacedAt | null = null;
  let first: PlacedAt | null = null;
  for (const { at } of entries) {
    if (at === null) continue;
    if (first === null || at.start < first.start) first = at;
    if (at.end > now && (next === null || at.start < next.start)) next = at;
  }
  return next ?? first;
}
