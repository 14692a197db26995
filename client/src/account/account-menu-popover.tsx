import type { RefObject } from 'react';
import { Menu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MyAccount } from '@contract/account.js';
import { Icon } from '../ui/icon.js';
import styles from '../ui/menu-popover.module.css';
import { showToast } from '../ui/toasts.js';
import { signOut } from './sign-out.js';
import { useRefusalWords } from './use-refusal-words.js';

interface Props {
  account: MyAccount;
  triggerRef: RefObject<HTMLElement | null>;
  onClose: () => void;
}

export function AccountMenuPopover({ account, triggerRef, onClose }: Props) {
  const { t } = useTranslation(['account', 'notices']);
  const navigate = useNavigate();
  const words = useRefusalWords();
  const act = (key: string): void => {
    if (key === 'account') void navigate('/account');
    else if (key === 'outbox') void navigate('/admin/outbox');
    else void signOut().then(() => showToast(t('menu.signedOut')), (error: unknown) => showToast(words(error)));
  };
  return (
    <Popover className={styles.popover} triggerRef={triggerRef} isOpen onOpenChange={(open) => !open && onClose()} placement="bottom end">
      <Menu aria-label={t('menu.label', { handle: account.handle })} className={styles.menu} autoFocus="first" onClose={onClose} onAction={(key) => act(String(key))}>
        <MenuItem id="account" textValue={t('menu.account')} className={styles.item}>
          <Icon name="person" size={1.125} />
          <span className={styles.label}>{t('menu.account')}</span>
        </MenuItem>
        {account.grants.some(({ role }) => role === 'administrator') && (
          <MenuItem id="outbox" textValue={t('notices:outbox.menu')} className={styles.item}>
            <Icon name="share" size={1.125} />
            <span className={styles.label}>{t('notices:outbox.menu')}</span>
          </MenuItem>
        )}
        <MenuItem id="sign-out" textValue={t('menu.signOut')} className={styles.item}>
          <Icon name="leave" size={1.125} />
          <span className={styles.label}>{t('menu.signOut')}</span>
        </MenuItem>
      </Menu>
    </Popover>
  );
}
