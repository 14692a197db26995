import { lazy, type MouseEvent, Suspense, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../app/use-now.js';
import { useFormat } from '../../ui/use-format.js';
import { VisuallyHidden } from '../../ui/visually-hidden.js';
import styles from './board-desk.module.css';
import type { Carried } from './carry/carry-store.js';
import { dropOf } from './carry/drop.js';
import { useCarry } from './carry/use-carry.js';
import { useCarriedIds } from './carry/use-carried-ids.js';
import { usePointerCarry } from './carry/use-pointer-carry.js';
import { VerdictBar } from './carry/verdict-bar.js';
import { namedWords } from './findings/named-words.js';
import { useFindingWords } from './findings/use-finding-words.js';
import lassoStyles from './lasso/lasso.module.css';
import { useLasso } from './lasso/use-lasso.js';
import type { PlacedAt } from './model/board-index.js';
import { daysOfLine } from './model/time-line.js';
import { ConflictNotice } from './panels/conflict-notice.js';
import { SidePanel, type Shown } from './panels/side-panel.js';
import { BoardPlane } from './plane/board-plane.js';
import { CarriedChip, CarriedGhost } from './plane/carried-ghost.js';
import { NoFitLayer } from './plane/no-fit-layer.js';
import { OthersLayer } from './plane/others-layer.js';
import { PlacesLayer } from './plane/places-layer.js';
import { useBlockContext } from './plane/use-block-context.js';
import { reveal, revealInstant } from './reveal.js';
import type { BoardStore, ReadyBoard } from './store/board-store.js';
import { Toolbar } from './toolbar.js';
import { Tray } from './tray/tray.js';
import { useBoardRules } from './use-board.js';
import { useBoardActions } from './use-board-actions.js';
import { useBoardFrame } from './use-board-frame.js';
import { chosenWith, useBoardKeys } from './use-board-keys.js';
import { useBoardSettings } from './use-board-settings.js';
import { useFillsWindow } from './use-fills-window.js';
import { useFirstPlace } from './use-first-place.js';
import { useOpening } from './use-opening.js';
import { usePageKeys } from './use-page-keys.js';
import { usePlaceWords } from './use-place-words.js';
import { usePointing } from './use-pointing.js';
import { useReach } from './use-reach.js';
import { useRoving } from './use-roving.js';
import { useSelection } from './use-selection.js';
import { useSlides } from './use-slides.js';

// wanted by no one before something is refused or asked for
const RefusedDialog = lazy(async () => ({ default: (await import('./panels/refused-dialog.js')).RefusedDialog }));
const HelpDialog = lazy(async () => ({ default: (await import('./panels/help-dialog.js')).HelpDialog }));

/** The board on a screen that has room for it: tray, rooms and time, and one panel. */
export function BoardDesk({ slug, store, board }: { slug: string; store: BoardStore; board: ReadyBoard }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { index } = board;
  const { conference, audiences } = index.board;
  const root = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const chip = useRef<HTMLDivElement>(null);
  const lasso = useRef<HTMLDivElement>(null);
  const now = useNow(60_000);
  const settings = useBoardSettings(slug);
  const frame = useBoardFrame(index, settings);
  const rules = useBoardRules(index);
  const selection = useSelection();
  const actions = useBoardActions(store);
  const roving = useRoving(box, index, frame);
  const words = useFindingWords(index);
  const [shown, setShown] = useState<Shown>('card');
  const [isTrayShown, setTrayShown] = useState(() => !matchMedia('(width < 64rem)').matches);
  const [refused, setRefused] = useState<Carried | null>(null);
  const [helping, setHelping] = useState(false);
  const [looked, setLooked] = useState<PlacedAt | null>(null);
  useSlides(box, index, frame);
  useFillsWindow(root);

  const findings = rules.placement.findings();
  const { mayMove, mayMoveIn, only, sayNotTheirs } = useReach(index);
  const carry = useCarry({ rules, store, index, mayMoveIn });
  const carried = useCarriedIds(carry);
  const placeWords = usePlaceWords(index);
  const zoneOf = (roomId: string): string => index.placeOf.get(roomId)?.city.zone ?? conference.zone;
  const blocks = useBlockContext({ findings, world: rules.placement.world, line: frame.line, selected: selection.selected, carried, mayMove: mayMoveIn });
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
      if (entry === undefined) return null;
      if (!mayMove(entry)) return { refused: () => sayNotTheirs(entry) };
      const edge = element.closest<HTMLElement>('[data-edge]')?.dataset.edge;
      if (edge !== undefined) return { entry, alongside: [], act: edge === 'start' ? 'resize-start' : 'resize-end' };
      return { entry, alongside: selection.selected.has(entry.session.id) && entry.at !== null ? chosenWith(index, selection, entry).filter(mayMove) : [], act: 'move' };
    },
  });
  const firstPlace = useFirstPlace(box, frame, rules.placement, index.board.mayMove);
  const onKeyDown = useBoardKeys({
    box, frame, index, carry, roving, selection, mayMove, mayMoveIn, firstPlace, onNotTheirs: sayNotTheirs, onDrop: () => drop(), onUnschedule: actions.unschedule,
  });
  usePageKeys({ onUndo: () => store.undo(), onRedo: () => store.redo(), onHelp: () => setHelping(true) });
  useLasso({
    box, drawn: lasso, frame,
    onSelect: (ids, adds) => selection.selectAll(adds ? [...new Set([...selection.selected, ...ids])] : ids),
  });
  usePointing({ box, frame, carry, store, chosen: selection.chosen });

  const count = selection.selected.size;
  const chosenWords = count > 1 ? t('bulk.title', { count, formatted: format.number(count) }) : '';
  const chosen = selection.chosen === null ? undefined : index.byId.get(selection.chosen);
  const goTo = (sessionId: string): void => {
    const at = index.byId.get(sessionId)?.at;
    selection.choose(sessionId);
    const place = at == null ? undefined : index.placeOf.get(at.roomId);
    if (place !== undefined && settings.collapsed.has(place.city.id)) settings.change({ collapsed: new Set([...settings.collapsed].filter((id) => id !== place.city.id)) });
    roving.focus(sessionId);
  };
  useOpening(box, frame, index, chosen, now);
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
      <VisuallyHidden><span id="board-keys">{t('plane.keys')}</span><span role="status">{chosenWords}</span></VisuallyHidden>
      <div className={styles.work}>
        {isTrayShown && <div className={styles.tray}><Tray slug={slug} index={index} selected={selection.selected} carried={carried} /></div>}
        <div className={styles.middle}>
          <BoardPlane
            box={box} frame={frame} blocks={blocks} zone={conference.zone} now={now} audiences={audiences} active={roving.active}
            onCollapse={(cityId) => {
              const next = new Set(settings.collapsed);
              if (!next.delete(cityId)) next.add(cityId);
              settings.change({ collapsed: next });
            }}
            over={<>
              <PlacesLayer frame={frame} entry={chosen} looked={looked} />
              <NoFitLayer box={box} store={carry} frame={frame} gridMinutes={conference.gridMinutes} />
              <CarriedGhost store={carry} frame={frame} zoneOf={zoneOf} />
              <div ref={lasso} className={lassoStyles.lasso} aria-hidden="true" />
              <OthersLayer others={store.others} frame={frame} index={index} />
            </>}
          />
          <VerdictBar store={carry} words={words} placeWords={placeWords} only={only} />
        </div>
        <SidePanel
          shown={shown} slug={slug} index={index} rules={rules.placement} findings={findings} line={frame.line} selection={selection} words={words} actions={actions}
          mayMove={mayMove} onShow={setShown} onGoTo={goTo} onLook={(at) => {
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
            findings={refused.findings.filter(({ severity }) => severity === 'blocking')} about={refused.lead.session.id} confirmLabel={t('refused.placeAnyway')}
            words={namedWords(words, [refused.lead, ...refused.alongside], (session, finding) => t('carry.of', { session, finding }))}
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

function useDays({ startsOn, endsOn, zone }: { startsOn: string; endsOn: string; zone: string }, line: { from: number; to: number }): readonly { date: string; start: number }[] {
  return useMemo(() => daysOfLine(line, zone).filter(({ date }) => date >= startsOn && date <= endsOn), [line, zone, startsOn, endsOn]);
}
