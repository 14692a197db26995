import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { slotOf } from '@rules/placement/world-of-board.js';
import type { PlacementIndex } from '@rules/placement/placement-index.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/text-field.js';
import { useFormat } from '../../../ui/use-format.js';
import { FindingList } from '../findings/finding-list.js';
import { namedWords } from '../findings/named-words.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import type { BoardEntry, BoardIndex } from '../model/board-index.js';
import styles from '../panels/panels.module.css';
import { Select } from '../panels/select.js';
import type { BoardActions } from '../use-board-actions.js';
import { copyGrid, dateOf } from './copy-grid.js';

interface Props {
  index: BoardIndex;
  rules: PlacementIndex;
  words: FindingWords;
  mayMove: (entry: BoardEntry) => boolean;
  actions: BoardActions;
}

const DAY = 24 * 3_600_000;

/** Fills a day with sessions that wait, in the rooms, hours and lengths of another day; shown with its findings before it is done. */
export function CopyDay({ index, rules, words, mayMove, actions }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { conference, tracks, mayMove: own } = index.board;
  const days = useMemo(() => datesFrom(conference.startsOn, conference.endsOn), [conference.startsOn, conference.endsOn]);
  const [from, setFrom] = useState(() => fullestOf(days, index));
  const [to, setTo] = useState('');
  const [trackId, setTrack] = useState('');
  const [reason, setReason] = useState('');
  const waiting = useMemo(() => index.tray.filter((entry) => mayMove(entry) && (trackId === '' || entry.session.trackId === trackId)), [index.tray, mayMove, trackId]);
  const copy = useMemo(
    () => (to === '' || to === from ? null : copyGrid(from, to, waiting, index, (cityId) => own === null || own.some((id) => id === cityId))),
    [from, to, waiting, index, own],
  );
  const findings = useMemo(
    () => (copy === null ? [] : rules.findingsIf(copy.set.map(({ sessionId, to: slot }) => ({ sessionId: index.byId.get(sessionId)!.session.id, slot: slot === null ? null : slotOf(slot) })))),
    [rules, copy, index],
  );
  const blocking = findings.filter(({ severity }) => severity === 'blocking');
  const placed = copy?.set ?? [];
  const isWaived = reason.trim().length >= 3;
  const options = days.map((date) => ({ key: date, label: format.shortDay(Date.parse(date), 'UTC') }));
  const said = namedWords(words, waiting, (session, finding) => t('carry.of', { session, finding }));
  return (
    <section className={styles.switches} aria-labelledby="copy-day">
      <h3 id="copy-day" className={styles.subhead}>{t('copyDay.title')}</h3>
      <p className={styles.muted}>{t('copyDay.hint')}</p>
      <Select label={t('copyDay.from')} value={from} onChange={setFrom} options={options} />
      <Select label={t('copyDay.to')} value={to} onChange={setTo} options={[{ key: '', label: t('copyDay.choose') }, ...options.filter(({ key }) => key !== from)]} />
      {tracks.length > 0 && (
        <Select label={t('copyDay.sessions')} value={trackId} onChange={setTrack} options={[{ key: '', label: t('copyDay.all') }, ...tracks.map(({ id, name }) => ({ key: id, label: name }))]} />
      )}
      {copy !== null && (
        <>
          <p role="status">
            {[
              t('copyDay.placed', { count: placed.length, formatted: format.number(placed.length) }),
              copy.empty.length > 0 ? t('copyDay.empty', { count: copy.empty.length, formatted: format.number(copy.empty.length) }) : '',
              copy.left.length > 0 ? t('copyDay.left', { count: copy.left.length, formatted: format.number(copy.left.length) }) : '',
            ].filter(Boolean).join(' ')}
          </p>
          {findings.length > 0 && <FindingList findings={findings} words={said} most={5} label={t('card.findings')} />}
          {blocking.length > 0 && <TextField label={t('waive.reason')} description={t('waive.reasonHint')} value={reason} onChange={setReason} maxLength={500} />}
        </>
      )}
      <Button
        isDisabled={placed.length === 0 || (blocking.length > 0 && !isWaived)}
        onPress={() => {
          const concerned = new Set<string>(blocking.flatMap(({ sessions }) => sessions));
          actions.bulk(placed.map(({ sessionId, to: slot }) => ({ sessionId, to: slot !== null && concerned.has(sessionId) ? { ...slot, waiver: reason.trim() } : slot })));
          setTo('');
        }}
      >
        {t(blocking.length > 0 ? 'refused.placeAnyway' : 'copyDay.do')}
      </Button>
    </section>
  );
}

function datesFrom(startsOn: string, endsOn: string): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(startsOn); at <= Date.parse(endsOn); at += DAY) dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

/** The day on which most begins: the one whose arrangement is worth copying. */
function fullestOf(days: readonly string[], index: BoardIndex): string {
  const counts = new Map<string, number>();
  for (const { at } of index.byId.values()) if (at !== null) counts.set(dateOf(at, index), (counts.get(dateOf(at, index)) ?? 0) + 1);
  return days.reduce((best, date) => ((counts.get(date) ?? 0) > (counts.get(best) ?? 0) ? date : best), days[0] ?? '');
}
