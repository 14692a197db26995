import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/text-field.js';
import { useFormat } from '../../../ui/use-format.js';
import { readTravel, type UnreadLine } from './read-travel.js';
import type { TravelChanges } from './travel-changes.js';
import own from './travel.module.css';
import type { Ways } from './ways.js';

interface Props {
  ways: Ways;
  onTake: (changes: TravelChanges) => void;
  onClose: () => void;
}

/** So many lines that were not understood are named. */
const NAMED = 50;

/** Times from a spreadsheet, with a report of the lines that were not understood. What is taken is seen in the list before it is saved. */
export function PasteDialog({ ways, onTake, onClose }: Props) {
  const { t } = useTranslation('travel');
  const { t: say } = useTranslation();
  const format = useFormat();
  const [text, setText] = useState('');
  const read = useMemo(() => readTravel(text, ways), [text, ways]);
  const count = Object.keys(read.changes).length;
  const unread = read.unread.length;
  const isEmpty = text.trim() === '';
  return (
    <Dialog
      title={t('paste.title')} closeLabel={say('app.close')} isOpen onOpenChange={(open) => !open && onClose()}
      foot={<Button look="strong" isDisabled={count === 0} onPress={() => onTake(read.changes)}>{t(unread > 0 && count > 0 ? 'paste.takeRest' : 'paste.take')}</Button>}
    >
      <div className={own.paste}>
        <TextField label={t('paste.cells')} description={t('paste.hint')} lines={8} value={text} onChange={setText} autoFocus />
        <div role="status">
          {!isEmpty && <p>{t('paste.understood', { count, formatted: format.number(count) })}</p>}
          {unread > 0 && <p className={own.error}>{t('paste.unread', { count: unread, formatted: format.number(unread) })}</p>}
        </div>
        {unread > 0 && (
          <ul className={own.lines}>
            {read.unread.slice(0, NAMED).map((line) => <Line key={line.line} line={line} />)}
          </ul>
        )}
      </div>
    </Dialog>
  );
}

function Line({ line }: { line: UnreadLine }) {
  const { t } = useTranslation('travel');
  const format = useFormat();
  return (
    <li>
      <span>{t('paste.line', { number: format.number(line.line) })}</span> <bdi className={own.faint}>{line.text}</bdi>
      <span className={own.why}>{t(`paste.problem.${line.problem}`, { name: 'name' in line ? line.name : '' })}</span>
    </li>
  );
}
