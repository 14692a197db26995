import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MySlot } from '@contract/speaking.js';
import { fieldError, RequestRefused } from '../../account/ask-api.js';
import { calendarPath } from '../../attend/calendar-link.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { Icon } from '../../ui/icon.js';
import { LinkButton } from '../../ui/link-button.js';
import { TextField } from '../../ui/text-field.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './slot-answer.module.css';
import { useSlotActions, type SlotActions } from './use-my-slots.js';

type Asking = 'declined' | 'change-requested';

/** Confirm, decline with a reason, or wish for a change; what was said, and how to take it back. */
export function SlotAnswer({ slot }: { slot: MySlot }) {
  const { t } = useTranslation('speak');
  const { agenda } = useLiveAgenda();
  const [asking, setAsking] = useState<Asking | null>(null);
  const actions = useSlotActions(slot, () => setAsking(null));
  const { answer } = slot;
  return (
    <div role="group" className={styles.answer} aria-label={t('answer')}>
      {answer.again && <MovedAway slot={slot} />}
      {answer.state !== 'asked' && answer.last?.reason !== undefined && answer.last.reason !== '' && (
        <blockquote className={styles.reason} dir="auto">
          {answer.last.reason}
        </blockquote>
      )}
      {asking !== null ? (
        <Reason key={asking} asking={asking} slot={slot} actions={actions} onBack={() => setAsking(null)} />
      ) : (
        <div className={styles.actions}>
          {answer.state !== 'confirmed' && (
            <Button look="strong" icon="check" isDisabled={actions.isBusy} onPress={() => actions.answer({ state: 'confirmed', startsAt: slot.startsAt })}>
              {t('confirm')}
            </Button>
          )}
          {answer.state !== 'declined' && <Button isDisabled={actions.isBusy} onPress={() => setAsking('declined')}>{t('decline')}</Button>}
          {answer.state !== 'change-requested' && <Button isDisabled={actions.isBusy} onPress={() => setAsking('change-requested')}>{t('wish')}</Button>}
          {answer.last !== null && !answer.again && (
            <Button look="quiet" isDisabled={actions.isBusy} onPress={actions.undo}>
              {t('undo')}
            </Button>
          )}
          <LinkButton look="quiet" icon="calendar" href={calendarPath(agenda.conference.slug, [slot.sessionId])} download={`${agenda.conference.slug}.ics`}>
            {t('calendar')}
          </LinkButton>
        </div>
      )}
      {asking === null && actions.error !== null && (
        <p className={styles.error} role="alert">
          {refusalOf(actions.error) ?? t('failed')}
        </p>
      )}
    </div>
  );
}

function MovedAway({ slot }: { slot: MySlot }) {
  const { t } = useTranslation('speak');
  const format = useFormat();
  const { last } = slot.answer;
  if (last === null) return null;
  const was = format.dateTime(Date.parse(last.startsAt), slot.zone);
  const is = format.dateTime(Date.parse(slot.startsAt), slot.zone);
  return (
    <div className={styles.again} role="status">
      <Icon name="alert" />
      <p>
        <strong>{t('again')}</strong> {was === is ? t('wasElsewhere', { city: slot.city }) : t('wasAt', { was, is })}
      </p>
    </div>
  );
}

function Reason({ asking, slot, actions, onBack }: { asking: Asking; slot: MySlot; actions: SlotActions; onBack: () => void }) {
  const { t } = useTranslation('speak');
  const [reason, setReason] = useState('');
  const isWish = asking === 'change-requested';
  const error = fieldError(actions.error, '/reason') ?? refusalOf(actions.error);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        actions.answer({ state: asking, reason, startsAt: slot.startsAt });
      }}
    >
      <TextField autoFocus label={t(isWish ? 'wishReason' : 'declineReason')} description={t('private')} error={error} lines={3} maxLength={2_000} value={reason} onChange={setReason} />
      <div className={styles.actions}>
        <Button type="submit" look="strong" isDisabled={actions.isBusy}>
          {t(isWish ? 'wishSend' : 'declineSend')}
        </Button>
        <Button onPress={onBack}>{t('back')}</Button>
      </div>
    </form>
  );
}

function refusalOf(error: unknown): string | undefined {
  return error instanceof RequestRefused ? error.problem?.detail : undefined;
}
