import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { IconButton } from '../ui/icon-button.js';
import { IconLink } from '../ui/icon-link.js';
import { useMe } from './use-me.js';

// wanted by no one before the first press
const AccountMenuPopover = lazy(async () => ({ default: (await import('./account-menu-popover.js')).AccountMenuPopover }));

/** Who is signed in, and the way to sign in and out. */
export function AccountMenu() {
  const { t } = useTranslation('account');
  const me = useMe();
  const { pathname, search } = useLocation();
  const trigger = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  if (me.phase !== 'signed-in') {
    const here = pathname === '/' || pathname === '/sign-in' ? '' : `?${new URLSearchParams({ returnTo: pathname + search }).toString()}`;
    return <IconLink icon="person" label={t('menu.signIn')} href={`/sign-in${here}`} />;
  }
  return (
    <>
      <IconButton
        ref={trigger}
        icon="person"
        filled
        label={t('menu.label', { handle: me.account.handle })}
        aria-haspopup="menu"
        aria-expanded={open}
        onPress={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <AccountMenuPopover account={me.account} triggerRef={trigger} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
