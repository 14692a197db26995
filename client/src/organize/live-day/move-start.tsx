import { parseDateTime } from '@internationalized/date';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Label } from 'react-aria-components/Label';
import { TimeField } from 'react-aria-components/TimeField';
import { Button } from '../../ui/button.js';
import { Segments } from '../fields/segments.js';
import { toInstant, toWallTime } from '../fields/wall-time.js';
import styles from './change-drawer.module.css';

interface Props {
  title: string;
  /** Where it starts now, by the ripple or by hand. */
  startsAt: string;
  zone: string;
  isEdited: boolean;
  /** Epoch milliseconds; null: as it was worked out. */
  onStart: (start: number | null) => void;
}

/** Puts a session that moves at another start, on the clocks of its city, and back to where the ripple has it. */
export function MoveStart({ title, startsAt, zone, isEdited, onStart }: Props) {
  const { t } = useTranslation('liveDay');
  const [isOpen, setOpen] = useState(false);
  if (!isOpen && !isEdited) {
    return <Button look="quiet" onPress={() => setOpen(true)} aria-label={t('edit.actionNamed', { title })}>{t('edit.action')}</Button>;
  }
  return (
    <div className={styles.edit}>
      <TimeField
        className={styles.editStart} autoFocus granularity="minute" shouldForceLeadingZeros value={parseDateTime(toWallTime(startsAt, zone))}
        onChange={(time) => {
          const instant = time === null ? '' : toInstant(time.toString().slice(0, 16), zone);
          if (instant !== '') onStart(Date.parse(instant));
        }}
      >
        <Label>{t('edit.start', { title })}</Label>
        <Segments />
      </TimeField>
      <Button
        look="quiet" icon="undo" aria-label={t('edit.backNamed', { title })}
        onPress={() => {
          setOpen(false);
          onStart(null);
        }}
      >
        {t('edit.back')}
      </Button>
    </div>
  );
}
