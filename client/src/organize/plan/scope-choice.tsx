import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionId } from '@contract/ids.js';
import { planOfBoard } from '@rules/plan/plan-of-board.js';
import { USUAL_WEIGHTS } from '@rules/plan/plan.js';
import { IconButton } from '../../ui/icon-button.js';
import { isolate } from '../../ui/format.js';
import { useFormat } from '../../ui/use-format.js';
import type { BoardIndex } from '../board/model/board-index.js';
import { AddInput } from '../fields/add-input.js';
import styles from './plan.module.css';
import { type Scope, scopeOf } from './plan-wish.js';

const SCOPES: readonly Scope[] = ['tray', 'chosen', 'all'];

interface Props {
  index: BoardIndex;
  scope: Scope;
  chosen: readonly SessionId[];
  error: string | undefined;
  onScope: (scope: Scope) => void;
  onChosen: (chosen: readonly SessionId[]) => void;
}

/** Which sessions are planned, and what stays where it is. */
export function ScopeChoice({ index, scope, chosen, error, onScope, onChosen }: Props) {
  const { t } = useTranslation('plan');
  const name = useId();
  return (
    <fieldset className={styles.card}>
      <legend className={styles.legend}>{t('scope.title')}</legend>
      {SCOPES.map((one) => (
        <div key={one} className={styles.choice}>
          <input id={`${name}-${one}`} type="radio" name={name} checked={scope === one} aria-describedby={`${name}-${one}-hint`} onChange={() => onScope(one)} />
          <span>
            <label htmlFor={`${name}-${one}`}>{t(`scope.${one}`)}</label>
            <span id={`${name}-${one}-hint`} className={styles.hint}>{t(`scope.${one}Hint`)}</span>
          </span>
        </div>
      ))}
      {scope === 'chosen' && <Chosen index={index} chosen={chosen} error={error} onChosen={onChosen} />}
      {scope !== 'chosen' && error !== undefined && <p className={styles.error}>{error}</p>}
      <Stays index={index} scope={scope} chosen={chosen} />
    </fieldset>
  );
}

function Chosen({ index: { byId, placeOf }, chosen, error, onChosen }: Pick<Props, 'index' | 'chosen' | 'error' | 'onChosen'>) {
  const { t } = useTranslation('plan');
  const { t: say } = useTranslation('organize');
  const format = useFormat();
  const options = useMemo(
    () => [...byId.values()]
      .map(({ session, at }) => ({ value: session.id, label: session.title, note: at === null ? t('scope.inTray') : isolate(placeOf.get(at.roomId)?.city.name ?? '') }))
      .sort((a, b) => format.compare(a.label, b.label)),
    [byId, placeOf, format, t],
  );
  const free = options.filter(({ value }) => !chosen.some((id) => id === value));
  return (
    <div className={styles.chosen}>
      <AddInput label={t('scope.add')} hint={t('scope.addHint')} name="sessions" options={free} error={error} openLabel={say('form.showList')} onAdd={(id) => onChosen([...chosen, id as SessionId])} />
      {chosen.length > 0 && (
        <ul className={styles.tags} aria-label={t('scope.chosen')}>
          {chosen.map((id) => {
            const title = byId.get(id)?.session.title ?? '';
            return (
              <li key={id} className={styles.tag}>
                <bdi>{title}</bdi>
                <IconButton icon="close" label={say('form.removeNamed', { name: isolate(title) })} onPress={() => onChosen(chosen.filter((other) => other !== id))} />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

/** How many sessions are planned, and how many stay, as the server will see it. */
function Stays({ index: { board, byId }, scope, chosen }: Pick<Props, 'index' | 'scope' | 'chosen'>) {
  const { t } = useTranslation('plan');
  const format = useFormat();
  const [planned, stay, held] = useMemo(() => {
    const { movable } = planOfBoard(board, { sessions: scopeOf(scope, chosen), weights: USUAL_WEIGHTS });
    const staying = [...byId.values()].filter(({ session }) => session.slot !== null && !movable.has(session.id));
    return [movable.size, staying.length, staying.filter(({ session: { slot } }) => slot?.anchor === 'fixed' || slot?.cancelled === true || slot?.waiver !== null).length];
  }, [board, byId, scope, chosen]);
  return (
    <p className={styles.stays} role="status">
      <strong>{t('scope.planned', { count: planned, formatted: format.number(planned) })}</strong> {t('scope.stay', { count: stay, formatted: format.number(stay) })}
      {scope !== 'tray' && held > 0 && <> {t('scope.held', { count: held, formatted: format.number(held) })}</>}
      {board.mayMove !== null && <> {t('scope.ownCities')}</>}
    </p>
  );
}
