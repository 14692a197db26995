import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Registration } from '@contract/attendance.js';
import { RequestRefused } from '../../account/ask-api.js';
import { Button } from '../../ui/button.js';
import { attendanceQueries, wishRegistration } from './attendance-requests.js';
import styles from './registration.module.css';

/** The name was for the door. Who registered can have it forgotten at any time, also once they are inside. */
export function ForgetLegalName({ slug, venueId }: { slug: string; venueId: Registration['venueId'] }) {
  const { t } = useTranslation('attendance');
  const forget = useMutation({
    mutationFn: () => wishRegistration(slug, { venueId, legalName: null }),
    onSuccess: (answer) => attendanceQueries.setQueryData(['registration', slug], answer),
  });
  return (
    <>
      <Button onPress={() => forget.mutate()} isDisabled={forget.isPending}>
        {t('register.legalName')}: {t('register.legalNameForget')}
      </Button>
      {forget.error !== null && (
        <p className={styles.error} role="alert">
          {(forget.error instanceof RequestRefused ? forget.error.problem?.detail : undefined) ?? t('offline.text')}
        </p>
      )}
    </>
  );
}
