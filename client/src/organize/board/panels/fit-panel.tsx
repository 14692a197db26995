import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CityId } from '@contract/ids.js';
import { type FitAnswer, whereItFits } from '@rules/placement/fit/where-it-fits.js';
import type { PlacementIndex } from '@rules/placement/placement-index.js';
import { Time } from '../../../ui/time.js';
import { useFormat } from '../../../ui/use-format.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import type { BoardEntry, BoardIndex, PlacedAt } from '../model/board-index.js';
import { daysOfLine } from '../model/time-line.js';
import { Panel } from './panel.js';
import styles from './panels.module.css';
import { Select } from './select.js';

interface Props {
  index: BoardIndex;
  rules: PlacementIndex;
  entry: BoardEntry;
  line: { from: number; to: number };
  words: FindingWords;
  /** Shows a place on the board while it is looked at; null: none. */
  onLook: (at: PlacedAt | null) => void;
  onPlace: (at: PlacedAt) => void;
  onClose: () => void;
}

/** Where a session could stand, the best first; and where it can't, what is in the way. */
export function FitPanel({ index, rules, entry, line, words, onLook, onPlace, onClose }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  // a host is shown where they may put it
  const own = index.board.mayMove;
  const cities = index.board.cities.filter(({ id }) => own === null || own.includes(id)).map(({ id, name }) => ({ key: id, label: name }));
  const [cityId, setCity] = useState<string>(own === null ? '' : (cities[0]?.key ?? ''));
  const [on, setDay] = useState('');
  const days = useMemo(() => daysOfLine(line, index.board.conference.zone), [line, index.board.conference.zone]);
  // the index follows what is set: it is asked again whenever the board changes
  const answer = useMemo(
    () => whereItFits(rules, entry.session.id, { ...(cityId === '' ? {} : { cityId: cityId as CityId }), ...(on === '' ? {} : { on }), most: 24 }),
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [rules, index, entry, cityId, on],
  );
  return (
    <Panel title={t('fit.title')} onClose={onClose}>
      <h3 className={styles.name}><bdi>{entry.session.title}</bdi></h3>
      <Select label={t('fit.city')} value={cityId} onChange={setCity} options={own === null ? [{ key: '', label: t('fit.anywhere') }, ...cities] : cities} />
      <Select label={t('fit.day')} value={on} onChange={setDay} options={[{ key: '', label: t('fit.anyDay') }, ...days.map(({ date, start }) => ({ key: date, label: format.shortDay(start, index.board.conference.zone) }))]} />
      {answer.fits.length === 0 ? <WhyNot answer={answer} /> : (
        <ol className={styles.rows} aria-label={t('fit.places')} onMouseLeave={() => onLook(null)}>
          {answer.fits.map(({ slot, findings }) => {
            const place = index.placeOf.get(slot.roomId);
            const at = { roomId: slot.roomId, start: slot.startsAt, end: slot.endsAt };
            return place !== undefined && (
              <li key={`${slot.roomId} ${slot.startsAt}`}>
                <button
                  type="button" className={styles.row} data-severity={findings.length === 0 ? 'fits' : 'warning'}
                  onMouseEnter={() => onLook(at)} onFocus={() => onLook(at)} onBlur={() => onLook(null)} onClick={() => onPlace(at)}
                >
                  <span className={styles.rowTitle}><Time instant={slot.startsAt} end={slot.endsAt} zone={place.city.zone} withDay /></span>
                  <span><bdi>{place.room.name}</bdi>, <bdi>{place.city.name}</bdi></span>
                  {findings.slice(0, 2).map((finding, n) => <span key={n} className={styles.muted}>{words(finding, entry.session.id)}</span>)}
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}

function WhyNot({ answer }: { answer: FitAnswer }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  return (
    <div className={styles.rows}>
      <p>{t('fit.nowhere')}</p>
      <ul className={styles.rows} aria-label={t('fit.why')}>
        {answer.excluded.map(({ code, candidates, alone }) => (
          <li key={code} className={styles.muted}>
            {t('fit.excluded', { rule: t(`rule.${code}`), share: format.number(Math.round((candidates / Math.max(1, answer.candidates)) * 100)) })}
            {alone > 0 && ` ${t('fit.alone', { count: alone, formatted: format.number(alone) })}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
