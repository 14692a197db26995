import { useTranslation } from 'react-i18next';
import type { SpeakerAnswers } from '@contract/speaking.js';
import { useNow } from '../../app/use-now.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Time } from '../../ui/time.js';
import { useFormat } from '../../ui/use-format.js';
import { hasToAnswer } from './choose-speakers.js';
import type { AnsweredSlot } from './speakers-page.js';
import styles from './speakers-table.module.css';

const TONES: Readonly<Record<AnsweredSlot['state'], Tone>> = { asked: 'warn', confirmed: 'ok', declined: 'bad', 'change-requested': 'changed' };
const ACCOUNT_TONES: Readonly<Record<SpeakerAnswers['account'], Tone>> = { none: 'neutral', invited: 'accent', expired: 'warn', joined: 'ok' };
const MINUTE = 60_000;

interface Actions {
  /** Whether to offer invitations and reminders. */
  mayEdit: boolean;
  isBusy: boolean;
  onInvite: (speaker: SpeakerAnswers) => void;
  onResend: (speaker: SpeakerAnswers) => void;
  onRemind: (speaker: SpeakerAnswers) => void;
  onNote: (slot: AnsweredSlot) => void;
}

export function SpeakersTable({ speakers, ...actions }: Actions & { speakers: readonly SpeakerAnswers[] }) {
  const { t } = useTranslation('speak');
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('organize.speaker')}</th>
            <th scope="col">{t('organize.account')}</th>
            <th scope="col">{t('organize.slots')}</th>
            {actions.mayEdit && <th scope="col">{t('organize.actions')}</th>}
          </tr>
        </thead>
        <tbody>
          {speakers.map((speaker) => (
            <Row key={speaker.speakerId} speaker={speaker} {...actions} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ speaker, mayEdit, isBusy, onInvite, onResend, onRemind, onNote }: Actions & { speaker: SpeakerAnswers }) {
  const { t } = useTranslation('speak');
  const format = useFormat();
  const now = useNow(MINUTE);
  const isInvited = speaker.account === 'invited' || speaker.account === 'expired';
  return (
    <tr>
      <th scope="row" className={styles.name}>
        <bdi>{speaker.name}</bdi>
      </th>
      <td>
        <Badge tone={ACCOUNT_TONES[speaker.account]}>{t(`organize.accountState.${speaker.account}`)}</Badge>
        {speaker.remindedAt !== null && <p className={styles.more}>{t('organize.remindedAt', { relative: format.relative(Math.min(0, Date.parse(speaker.remindedAt) - now)) })}</p>}
      </td>
      <td>
        {speaker.slots.length === 0 ? (
          <span className={styles.more}>{t('organize.noSlots')}</span>
        ) : (
          <ul className={styles.slots}>
            {speaker.slots.map((slot) => (
              <Slot key={slot.sessionId} slot={slot} onNote={onNote} />
            ))}
          </ul>
        )}
      </td>
      {mayEdit && (
        <td>
          <div className={styles.actions}>
            {speaker.account === 'none' && <Button onPress={() => onInvite(speaker)}>{t('organize.invite')}</Button>}
            {isInvited && <Button isDisabled={isBusy} onPress={() => onResend(speaker)}>{t('organize.inviteAgain')}</Button>}
            {isInvited && <Button look="quiet" onPress={() => onInvite(speaker)}>{t('organize.inviteElsewhere')}</Button>}
            {speaker.account === 'joined' && hasToAnswer(speaker) && <Button isDisabled={isBusy} onPress={() => onRemind(speaker)}>{t('organize.remind')}</Button>}
          </div>
        </td>
      )}
    </tr>
  );
}

function Slot({ slot, onNote }: { slot: AnsweredSlot; onNote: Actions['onNote'] }) {
  const { t } = useTranslation('speak');
  return (
    <li>
      <p className={styles.slot}>
        <Badge tone={TONES[slot.state]}>{t(slot.again ? 'again' : `state.${slot.state}`)}</Badge>
        <bdi className={styles.session}>{slot.title}</bdi>
        <span className={styles.more}>
          <Time instant={Date.parse(slot.startsAt)} zone={slot.zone} withDay /> · <bdi>{slot.room}</bdi> · <bdi>{slot.city}</bdi>
        </span>
        <Button look="quiet" onPress={() => onNote(slot)}>
          {t('organize.note')}
        </Button>
      </p>
      {slot.reason !== '' && (
        <blockquote className={styles.reason} dir="auto">
          {slot.reason}
        </blockquote>
      )}
    </li>
  );
}
