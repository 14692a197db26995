import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attendee } from '@contract/attendance.js';
import { Button } from '../../ui/button.js';
import { isolate } from '../../ui/format.js';
import { showToast } from '../../ui/toasts.js';
import { sayWhyNot } from '../say-why-not.js';
import { renewTicket, revokeTicket } from './attendance-requests.js';
import styles from './attendance.module.css';

const Dialog = lazy(async () => ({ default: (await import('../../ui/dialog.js')).Dialog }));

/** What staff do with somebody's ticket, each asked once more: what the person has in hand stops to work. */
export function TicketActions({ slug, attendee }: { slug: string; attendee: Attendee }) {
  const { t } = useTranslation(['organize', 'common']);
  const client = useQueryClient();
  const [asked, ask] = useState<'renew' | 'revoke' | null>(null);
  const { ticket } = attendee;
  const handle = isolate(attendee.handle);
  const act = useMutation({
    mutationFn: async (what: 'renew' | 'revoke') => await (what === 'revoke' && ticket !== null ? revokeTicket(slug, ticket.id) : renewTicket(slug, attendee.id)),
    onSuccess: (_done, what) => showToast(t(`attendance.${what}.done`, { handle })),
    onError: (error) => sayWhyNot(error, t('form.notSent')),
    onSettled: async () => {
      ask(null);
      await client.invalidateQueries({ queryKey: ['organize', slug, 'attendees'] });
    },
  });
  if (attendee.state !== 'confirmed') return null;
  // who has none loses none
  if (ticket === null) {
    return (
      <Button look="quiet" isDisabled={act.isPending} aria-label={t('attendance.giveTo', { handle })} onPress={() => act.mutate('renew')}>
        {t('attendance.give')}
      </Button>
    );
  }
  return (
    <>
      {(['renew', 'revoke'] as const).map((what) => (
        <Button key={what} look="quiet" aria-label={t(`attendance.${what}.named`, { handle })} onPress={() => ask(what)}>
          {t(`attendance.${what}.action`)}
        </Button>
      ))}
      {asked !== null && (
        <Suspense>
          <Dialog title={t(`attendance.${asked}.named`, { handle })} closeLabel={t('common:app.close')} isOpen onOpenChange={(open) => !open && ask(null)}>
            <p>{t(`attendance.${asked}.text`)}</p>
            <div className={styles.answers}>
              <Button onPress={() => ask(null)}>{t('form.cancel')}</Button>
              <Button look="strong" isDisabled={act.isPending} onPress={() => act.mutate(asked)}>
                {t(`attendance.${asked}.action`)}
              </Button>
            </div>
          </Dialog>
        </Suspense>
      )}
    </>
  );
}
