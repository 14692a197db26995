import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { City } from '@contract/place.js';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/text-field.js';
import { useFormat } from '../../../ui/use-format.js';
import { toInstant, toWallTime } from '../../fields/wall-time.js';
import { FindingList } from '../findings/finding-list.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import { worstOf } from '../findings/worst-of.js';
import { type BoardEntry, type BoardIndex, lengthOf, type PlacedAt } from '../model/board-index.js';
import type { BoardRules } from '../model/board-rules.js';
import { Select } from '../panels/select.js';
import styles from './board-phone.module.css';

interface Props {
  index: BoardIndex;
  rules: BoardRules;
  entry: BoardEntry;
  words: FindingWords;
  /** Where a session from the tray is first looked at. */
  city: City;
  day: { start: number };
  onPlace: (at: PlacedAt, waiver: string | null) => void;
}

/** Room, time and length in fields, with what the rules say about them before anything moves. */
export function MoveForm({ index, rules, entry, words, city, day, onPlace }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const rooms = index.places;
  const [roomId, setRoom] = useState(entry.at?.roomId ?? rooms.find((place) => place.city.id === city.id)?.room.id ?? '');
  const place = index.placeOf.get(roomId);
  const zone = place?.city.zone ?? city.zone;
  const [start, setStart] = useState(entry.at?.start ?? day.start + 9 * 3_600_000);
  const [minutes, setMinutes] = useState(String(Math.round(lengthOf(entry) / 60_000)));
  const [reason, setReason] = useState('');
  const length = Number(minutes);
  const valid = Number.isInteger(length) && length > 0 && place !== undefined;
  const target = { roomId, start, end: start + (valid ? length : 1) * 60_000 };
  const findings = valid ? rules.judge([{ entry, to: target }]) : [];
  const worst = worstOf(findings);
  return (
    <form
      className={styles.form} aria-label={t('phone.move')}
      onSubmit={(event) => {
        event.preventDefault();
        if (valid && (worst !== 'blocking' || reason.trim().length >= 3)) onPlace(target, worst === 'blocking' ? reason.trim() : null);
      }}
    >
      <h2 className={styles.heading}>{t('phone.move')}</h2>
      <Select label={t('bulk.room')} value={roomId} onChange={setRoom} options={rooms.map(({ room, city: own }) => ({ key: room.id, label: `${room.name} (${own.name})` }))} />
      <label className={styles.field}>
        <span>{t('phone.start', { zone: format.zoneName(zone, start) })}</span>
        <input
          type="datetime-local" step={index.board.conference.gridMinutes * 60} value={toWallTime(new Date(start).toISOString(), zone)}
          onChange={(event) => {
            const instant = Date.parse(toInstant(event.target.value, zone));
            if (!Number.isNaN(instant)) setStart(instant);
          }}
        />
      </label>
      <TextField label={t('phone.minutes')} inputMode="numeric" value={minutes} onChange={setMinutes} error={valid ? undefined : t('phone.minutesWrong')} />
      <div role="status">{findings.length > 0 ? <FindingList findings={findings} words={words} about={entry.session.id} most={5} /> : <p className={styles.fits}>{t('carry.fits')}</p>}</div>
      {worst === 'blocking' && <TextField label={t('waive.reason')} description={t('waive.reasonHint')} value={reason} onChange={setReason} maxLength={500} />}
      <Button look="strong" type="submit" isDisabled={!valid || (worst === 'blocking' && reason.trim().length < 3)}>{t(worst === 'blocking' ? 'refused.placeAnyway' : 'phone.place')}</Button>
    </form>
  );
}
