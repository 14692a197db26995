import { useState, type SyntheticEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import type { Registration, RegistrationOffer, RegistrationWish } from '@contract/attendance.js';
import { fieldError, RequestRefused } from '../../account/ask-api.js';
import { refreshMe } from '../../account/me-store.js';
import { Button } from '../../ui/button.js';
import { showToast } from '../../ui/toasts.js';
import { attendanceQueries, wishRegistration } from './attendance-requests.js';
import { ForgetLegalName } from './forget-legal-name.js';
import { PlaceChoice, REMOTE } from './place-choice.js';
import styles from './registration.module.css';

interface Props {
  slug: string;
  offer: RegistrationOffer;
  registration: Registration | null;
}

/** Where one takes part. */
export function RegistrationForm({ slug, offer, registration }: Props) {
  const { t } = useTranslation('attendance');
  const held = registration !== null && registration.state !== 'cancelled' ? (registration.venueId ?? REMOTE) : null;
  const [chosen, choose] = useState<string | null>(held);
  const [legalName, setLegalName] = useState('');
  const wish = useMutation({
    mutationFn: (body: RegistrationWish) => wishRegistration(slug, body),
    onSuccess: async (answer) => {
      attendanceQueries.setQueryData(['registration', slug], answer);
      showToast(t(`register.done.${answer.registration?.state === 'waitlisted' ? 'waitlisted' : 'confirmed'}`));
      await Promise.all([refreshMe(), attendanceQueries.invalidateQueries()]);
    },
  });
  const placesLeft = offer.venues.find(({ venueId }) => venueId === chosen)?.placesLeft;
  const act = placesLeft === 'waitlist' && chosen !== held ? 'wait' : held === null ? 'new' : 'change';
  const unchanged = chosen === held && legalName === '';

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (chosen === null) return;
    const venueId = chosen === REMOTE ? null : (chosen as RegistrationWish['venueId']);
    wish.mutate({ venueId, ...(legalName.trim() === '' ? {} : { legalName }) });
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <PlaceChoice venues={offer.venues} chosen={chosen} held={held} onChoose={choose} />
      {chosen !== null && chosen !== REMOTE && (
        <TextField className={styles.field} value={legalName} onChange={setLegalName} maxLength={200} autoComplete="off" isInvalid={fieldError(wish.error, '/legalName') !== undefined}>
          <Label>{t('register.legalName')}</Label>
          <Input className={styles.input} />
          <Text slot="description" className={styles.note}>
            {t('register.legalNameHint')} {registration?.hasLegalName === true && t('register.legalNameHeld')}
          </Text>
          <FieldError className={styles.error}>{fieldError(wish.error, '/legalName')}</FieldError>
        </TextField>
      )}
      {wish.error !== null && (
        <p className={styles.error} role="alert">
          {(wish.error instanceof RequestRefused ? wish.error.problem?.detail : undefined) ?? t('offline.text')}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" look="strong" isDisabled={chosen === null || unchanged || wish.isPending}>
          {t(`register.act.${act}`)}
        </Button>
        {registration?.hasLegalName === true && (
          <ForgetLegalName slug={slug} venueId={registration.venueId} />
        )}
      </div>
    </form>
  );
}
