import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { useFormat } from '../../../ui/use-format.js';
import own from './travel.module.css';

interface Props {
  /** Of ways that are changed and not saved. */
  count: number;
  wrong: number;
  isSaving: boolean;
  /** What the server said, or null. */
  refused: string | null;
  onSave: () => void;
  onDiscard: () => void;
}

/** Says what is not saved, always in view, with what to do about it. */
export function SaveBar({ count, wrong, isSaving, refused, onSave, onDiscard }: Props) {
  const { t } = useTranslation('travel');
  const format = useFormat();
  return (
    <div className={own.bar} data-shown={count > 0 || undefined}>
      {refused !== null && <p className={own.error} role="alert">{refused}</p>}
      <p role="status">
        {count > 0 && t('unsaved', { count, formatted: format.number(count) })} {wrong > 0 && t('wrongCount', { count: wrong, formatted: format.number(wrong) })}
      </p>
      {count > 0 && (
        <div className={own.buttons}>
          <Button onPress={onDiscard}>{t('discard')}</Button>
          <Button look="strong" isDisabled={isSaving} onPress={onSave}>{t('save')}</Button>
        </div>
      )}
    </div>
  );
}
