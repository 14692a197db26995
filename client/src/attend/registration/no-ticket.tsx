import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';
import { Skeleton } from '../../ui/skeleton.js';
import { readOwnRegistration } from './attendance-requests.js';

interface Props {
  slug: string;
  isMaking: boolean;
  onMake: () => void;
}

/** In the place of a ticket: who has a place but no ticket had it revoked by the staff, and makes a new one. */
export function NoTicket({ slug, isMaking, onMake }: Props) {
  const { t } = useTranslation('attendance');
  const own = useQuery({ queryKey: ['registration', slug], queryFn: () => readOwnRegistration(slug) });
  if (own.isPending) return <Skeleton height="14rem" />;
  if (own.data?.registration?.state === 'confirmed') {
    return (
      <EmptyState
        icon="alert"
        title={t('ticket.revoked')}
        actions={
          <Button look="strong" isDisabled={isMaking} onPress={onMake}>
            {t('ticket.replace')}
          </Button>
        }
      >
        {t('ticket.revokedText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="place" title={t('ticket.none')} actions={<LinkButton href={`/${slug}/register`}>{t('ticket.toRegister')}</LinkButton>}>
      {t('ticket.noneText')}
    </EmptyState>
  );
}
