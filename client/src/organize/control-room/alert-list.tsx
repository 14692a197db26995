import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { isolate } from '../../ui/format.js';
import type { Alert } from './model/alerts.js';
import styles from './alerts.module.css';

interface Props {
  alerts: readonly Alert[];
  /** Makes the sound; undefined where none is wanted. */
  onSound: (() => void) | undefined;
}

/** What is wrong now, read out as it happens. Each stays until it is over, or somebody has noted it. */
export function AlertList({ alerts, onSound }: Props) {
  const { t } = useTranslation('controlRoom');
  const [noted, setNoted] = useState<ReadonlySet<string>>(new Set());
  const known = useRef<ReadonlySet<string>>(new Set());
  const sound = useRef(onSound);
  sound.current = onSound;
  const keys = alerts.map(({ key }) => key).join('\n');
  useEffect(() => {
    const now = new Set(keys.split('\n').filter((key) => key !== ''));
    if ([...now].some((key) => !known.current.has(key))) sound.current?.();
    known.current = now;
    // over, and so news when it happens again
    setNoted((before) => ([...before].every((key) => now.has(key)) ? before : new Set([...before].filter((key) => now.has(key)))));
  }, [keys]);
  return (
    <div role="alert" aria-atomic="false" className={styles.alerts}>
      {alerts.filter(({ key }) => !noted.has(key)).map((alert) => {
        const { about, role, stage } = alert;
        const names = { stage: isolate(stage.place.room.name), city: isolate(stage.place.city.name) };
        const words = about === 'slate' ? t('alert.slate', names) : t(`alert.lost.${role ?? 'primary'}`, names);
        return (
          <p key={alert.key} className={styles.alert}>
            <Icon name="alert" />
            <span>{words}</span>
            <IconButton icon="check" label={t('alert.noted', { what: words })} onPress={() => setNoted((before) => new Set([...before, alert.key]))} />
          </p>
        );
      })}
    </div>
  );
}
