import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { holdsRole, useMe, type Role } from '../../account/use-me.js';
import { whenIdle } from '../../live/when-idle.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { isRegistrationOpen } from './is-registration-open.js';

const AT_THE_DOOR: readonly Role[] = ['administrator', 'organizer', 'city-host', 'stage-crew'];

interface Props {
  slug: string;
  /** Of a link in the navigation that these are part of. */
  className: string | undefined;
}

/** What one may do beyond reading, each link only for whom it is: register, show one's ticket, stand at the door. */
export function ParticipationLinks({ slug, className }: Props) {
  const { t } = useTranslation('attendance');
  const me = useMe();
  const isOpen = useIsOpen(slug);
  const attends = me.phase === 'signed-in' && me.account.grants.some((grant) => grant.role === 'attendee' && grant.conferenceSlug === slug);
  const links: readonly { path: 'register' | 'ticket' | 'door'; icon: IconName; shown: boolean }[] = [
    { path: 'register', icon: 'plus', shown: isOpen && !attends && (me.phase === 'anonymous' || me.phase === 'signed-in') },
    // who has no network finds the ticket that is kept on the device
    { path: 'ticket', icon: 'ticket', shown: attends || me.phase === 'unreachable' },
    { path: 'door', icon: 'door', shown: holdsRole(me, AT_THE_DOOR, slug) },
  ];
  return links
    .filter(({ shown }) => shown)
    .map(({ path, icon }) => (
      <NavLink key={path} to={`/${slug}/${path}`} className={className}>
        <Icon name={icon} />
        <span>{t(`links.${path}`)}</span>
      </NavLink>
    ));
}

/** Asked once the page has nothing better to do. */
function useIsOpen(slug: string): boolean {
  const [open, setOpen] = useState(false);
  useEffect(() => whenIdle(() => void isRegistrationOpen(slug).then(setOpen), 3_000), [slug]);
  return open;
}
