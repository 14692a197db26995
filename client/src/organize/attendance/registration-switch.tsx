import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConferenceDetails } from '@contract/place.js';
import { askApi } from '../../account/ask-api.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { showToast } from '../../ui/toasts.js';
import { sayWhyNot } from '../say-why-not.js';
import { openOrClose } from './attendance-requests.js';
import styles from './attendance.module.css';

/** Whether people can register, with the way to change it and back. Nothing before it is known. */
export function RegistrationSwitch({ slug }: { slug: string }) {
  const { t } = useTranslation('organize');
  const client = useQueryClient();
  const queryKey = ['organize', slug, 'settings'];
  const conference = useQuery({ queryKey, queryFn: async () => await askApi<ConferenceDetails>('GET', `/api/conferences/${encodeURIComponent(slug)}`) });
  const turn = useMutation({
    mutationFn: async (to: 'open' | 'closed') => await openOrClose(slug, to),
    onSuccess: (_done, to) => {
      const back = to === 'open' ? 'closed' : 'open';
      showToast(t(`attendance.${to}Done`), { label: t('undo.action'), run: () => turn.mutate(back) });
    },
    onError: (error) => sayWhyNot(error, t('form.notSent')),
    onSettled: async () => await client.invalidateQueries({ queryKey }),
  });
  if (conference.data === undefined) return null;
  const { registration, status } = conference.data;
  const isOpen = registration === 'open';
  return (
    <section className={styles.switch} aria-label={t('settings.registration')}>
      <Badge tone={isOpen ? 'ok' : 'neutral'} icon={isOpen ? 'check' : 'close'}>
        {t(`attendance.is.${registration}`)}
      </Badge>
      {(status === 'draft' || status === 'ended') && isOpen && <span className={styles.note}>{t(`attendance.openBut.${status}`)}</span>}
      <Button isDisabled={turn.isPending} onPress={() => turn.mutate(isOpen ? 'closed' : 'open')}>
        {t(isOpen ? 'attendance.close' : 'attendance.open')}
      </Button>
    </section>
  );
}
