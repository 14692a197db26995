import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberField } from 'react-aria-components/NumberField';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Button } from '../../ui/button.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './change-drawer.module.css';

const USUAL = [5, 10, 12, 15, 20, 30];

/** Minutes by one press, or any other number of them. */
export function ChooseMinutes({ label, onChoose }: { label: string; onChoose: (minutes: number) => void }) {
  const { t } = useTranslation('liveDay');
  const format = useFormat();
  const [chosen, setChosen] = useState<number | null>(null);
  const choose = (minutes: number): void => {
    setChosen(minutes);
    onChoose(minutes);
  };
  return (
    <div className={styles.chooser}>
      <div className={styles.minutes} role="group" aria-label={label}>
        {USUAL.map((minutes, index) => (
          // the first press of the day is the one that counts: the focus is there already
          <Button key={minutes} autoFocus={index === 0} look={chosen === minutes ? 'strong' : 'plain'} aria-pressed={chosen === minutes} onPress={() => choose(minutes)}>
            {format.duration(minutes)}
          </Button>
        ))}
      </div>
      <NumberField className={styles.other} value={chosen ?? Number.NaN} minValue={-720} maxValue={720} onChange={(minutes) => choose(Number.isNaN(minutes) ? 0 : minutes)}>
        <Label>{t('otherMinutes')}</Label>
        <Group>
          <Input className={styles.input} />
        </Group>
      </NumberField>
    </div>
  );
}
