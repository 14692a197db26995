import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useMe } from '../account/use-me.js';
import { showToast } from '../ui/toasts.js';

/**
 * Says that a mail was sent; where no mail server is configured, that it waits in the outbox, with the way there for those
 * who may open it.
 */
export function useTellMailed(): (sent: string, waits: string) => void {
  const { t } = useTranslation('organize');
  const navigate = useNavigate();
  const me = useMe();
  return (sent, waits) => {
    if (me.phase !== 'signed-in' || me.deliversMail) return showToast(sent);
    const isAdministrator = me.account.grants.some(({ role }) => role === 'administrator');
    showToast(waits, isAdministrator ? { label: t('mail.openOutbox'), run: () => void navigate('/admin/outbox') } : undefined);
  };
}
