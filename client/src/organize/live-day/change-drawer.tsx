import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayChange, PreviewRequest, RippleOptions } from '@contract/live-day.js';
import { RequestRefused } from '../../account/ask-api.js';
import { useNow } from '../../app/use-now.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/text-field.js';
import { showToast } from '../../ui/toasts.js';
import { ToggleGroup } from '../../ui/toggle-group.js';
import { kindsFor, type ChangeSubject } from './change-kinds.js';
import styles from './change-drawer.module.css';
import { ChooseMinutes } from './choose-minutes.js';
import { ChooseOther } from './choose-other.js';
import { ChooseRoom } from './choose-room.js';
import { useDesk } from './desk.js';
import { OptionBoxes } from './option-boxes.js';
import { PreviewPane } from './preview-pane.js';
import { useEditedMoves } from './use-edited-moves.js';
import { usePreview } from './use-preview.js';

const PLAIN: RippleOptions = { gridMinutes: 1, catchUp: false, shortenBreaksTo: null };

/** Says what happened, shows at once what follows from it, and applies it: all of it, or nothing. */
export function ChangeDrawer({ subject, onClose }: { subject: ChangeSubject; onClose: () => void }) {
  const { t } = useTranslation(['liveDay', 'common']);
  const desk = useDesk();
  const now = useNow(60_000);
  const [kind, setKind] = useState(subject.about === 'session' ? subject.kind : 'extend');
  const [changes, setChanges] = useState<readonly DayChange[]>(subject.about === 'request' ? subject.changes : []);
  const [options, setOptions] = useState(PLAIN);
  const [reason, setReason] = useState('');
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const said: DayChange[] = changes.map((change) => (change.change === 'cancel' && subject.about === 'session' ? { ...change, reason } : change));
  // the reason is words of the change, not a part of what is worked out
  const request: PreviewRequest | null = changes.length === 0 ? null : { changes: [...changes], options };
  const { state, show, wordsFor } = usePreview(request);
  const { starts, putAt, edited } = useEditedMoves(changes, state.phase === 'ready' ? state.preview : state.phase === 'working' ? state.before : null);
  const preview = state.phase === 'ready' ? edited : null;
  const blocks = preview?.conflicts.some(({ severity }) => severity === 'blocking') ?? true;

  async function apply(): Promise<void> {
    if (state.phase !== 'ready' || preview === null) return;
    setSending(true);
    setRefusal(null);
    const asked = state.request;
    const cancelReason = reason.trim();
    const slots = preview.moves.map(({ sessionId, after, cancelReason: own }) => ({ sessionId, ...after, cancelReason: after.cancelled ? cancelReason || own : '' }));
    try {
      const revision = await desk.apply({ expected: state.preview.revision, slots, asked: { ...asked, changes: asked === request ? said : asked.changes }, reason: reason.trim() });
      onClose();
      const words = t(desk.isRehearsal ? 'appliedInRehearsal' : 'applied');
      if (revision === null) showToast(t('nothingChanged'));
      else if (desk.isRehearsal) showToast(words);
      else showToast(words, { label: t('undo'), run: () => void desk.takeBack(revision, t('takenBackNote')).then(() => showToast(t('takenBack')), (error: unknown) => showToast(wordsFor(error))) });
    } catch (error) {
      const anew = error instanceof RequestRefused ? error.problem?.preview : undefined;
      if (anew !== undefined) show(asked, anew);
      setRefusal(wordsFor(error));
      setSending(false);
    }
  }

  const title = subject.about === 'session' ? subject.entry.session.title : subject.about === 'room' ? t('roomLostNamed', { room: subject.roomName }) : subject.title;
  const foot = (
    <div className={styles.foot}>
      {preview !== null && !preview.mayApply && <p className={styles.alert}>{t('askOthers', { cities: preview.elsewhere.map((id) => desk.agenda.cities[id]?.name ?? '').join(', ') })}</p>}
      {refusal !== null && <p className={styles.alert} role="alert">{refusal}</p>}
      <div className={styles.footButtons}>
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button look="strong" isDisabled={preview === null || blocks || isSending || !preview.mayApply || preview.moves.length === 0} onPress={() => void apply()}>
          {t(desk.isRehearsal ? 'applyInRehearsal' : 'apply')}
        </Button>
      </div>
    </div>
  );
  return (
    <Dialog title={title} closeLabel={t('app.close', { ns: 'common' })} isOpen onOpenChange={(open) => !open && onClose()} foot={foot}>
      <div className={styles.change}>
        {subject.about === 'session' && (
          <>
            <div className={styles.kinds}>
              <ToggleGroup
                label={t('whatHappens')}
                value={kind}
                onChange={(next) => {
                  setKind(next);
                  setChanges(next === 'cancel' || next === 'reinstate' ? [next === 'cancel' ? { change: 'cancel', sessionId: subject.entry.session.id, reason: '' } : { change: 'reinstate', sessionId: subject.entry.session.id }] : []);
                }}
                options={kindsFor(subject.entry, now).map((key) => ({ key, label: t(`kind.${key}`) }))}
              />
            </div>
            {(kind === 'extend' || kind === 'delay') && (
              <ChooseMinutes key={kind} label={t(`minutes.${kind}`)} onChoose={(minutes) => setChanges(minutes === 0 ? [] : [{ change: kind, sessionId: subject.entry.session.id, minutes }])} />
            )}
            {kind === 'move' && <ChooseRoom entry={subject.entry} onChoose={(roomId) => setChanges([{ change: 'move', sessionId: subject.entry.session.id, roomId }])} />}
            {kind === 'swap' && <ChooseOther entry={subject.entry} onChoose={(withSessionId) => setChanges([{ change: 'swap', sessionId: subject.entry.session.id, withSessionId }])} />}
          </>
        )}
        {subject.about === 'room' && (
          <ChooseMinutes
            label={t('minutes.lost')}
            onChoose={(minutes) => setChanges(minutes <= 0 ? [] : [{ change: 'room-lost', roomId: subject.roomId as never, from: new Date(now).toISOString(), until: new Date(now + minutes * 60_000).toISOString() }])}
          />
        )}
        <PreviewPane state={state} shown={edited} byHand={{ starts, onStart: putAt }} onProposal={({ request: proposed }) => { setChanges(proposed.changes); setOptions(proposed.options); }} />
        {changes.length > 0 && <OptionBoxes options={options} onChange={setOptions} />}
        {changes.length > 0 && <TextField label={t('reason')} description={t('reasonHint')} value={reason} onChange={setReason} maxLength={500} />}
      </div>
    </Dialog>
  );
}
