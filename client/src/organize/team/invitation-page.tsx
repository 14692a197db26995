import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { AcceptedInvitation, InvitationOffer } from '@contract/team.js';
import { AccountFrame } from '../../account/account-frame.js';
import { askApi, fieldError, RequestRefused } from '../../account/ask-api.js';
import { refreshMe } from '../../account/me-store.js';
import { Notice } from '../../account/notice.js';
import { signOut } from '../../account/sign-out.js';
import { useMe } from '../../account/use-me.js';
import { PagePlaceholder } from '../../app/page-placeholder.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { LinkButton } from '../../ui/link-button.js';

type Asked = { phase: 'asking' } | { phase: 'offered'; offer: InvitationOffer } | { phase: 'refused'; why: string };

/** Where the link of an invitation leads: says what is offered, has the reader sign in, and accepts when they say so. */
export default function InvitationPage() {
  const { t } = useTranslation('organize');
  usePageTitle(t('invitation.title'));
  return (
    <AccountFrame>
      <Invitation />
    </AccountFrame>
  );
}

function Invitation() {
  const { t } = useTranslation('organize');
  const { token = '' } = useParams();
  const me = useMe();
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>({ phase: 'asking' });
  /** Why the last step did not work; what is offered stays, to be tried again. */
  const [refused, setRefused] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const path = `/api/invitations/${encodeURIComponent(token)}`;

  useEffect(() => {
    askApi<InvitationOffer>('GET', path).then((offer) => setAsked({ phase: 'offered', offer }), (error: unknown) => setAsked({ phase: 'refused', why: words(error) ?? t('form.notSent') }));
  }, [path, t]);

  async function accept(): Promise<void> {
    setSending(true);
    setRefused(null);
    try {
      const { conferenceSlug, role } = await askApi<AcceptedInvitation>('POST', `${path}/accept`);
      await refreshMe();
      await navigate(conferenceSlug === null ? '/' : `/${conferenceSlug}/${START[role]}`);
    } catch (error) {
      setRefused(words(error) ?? t('form.notSent'));
    } finally {
      setSending(false);
    }
  }

  async function changeAccount(): Promise<void> {
    try {
      await signOut();
      await navigate(`/sign-in?returnTo=${encodeURIComponent(`/invitations/${token}`)}`);
    } catch (error) {
      setRefused(words(error) ?? t('form.notSent'));
    }
  }

  if (asked.phase === 'asking' || me.phase === 'loading') return <PagePlaceholder />;
  if (asked.phase === 'refused') {
    return (
      <EmptyState
          icon="alert"
          heading="h1"
          title={t('invitation.failed')}
          actions={
            <>
              {me.phase === 'signed-in' && <Button onPress={() => void changeAccount()}>{t('invitation.otherAccount')}</Button>}
              <LinkButton href="/">{t('invitation.home')}</LinkButton>
            </>
          }
        >
          {refused ?? asked.why}
        </EmptyState>
    );
  }
  const { conference, role, place } = asked.offer;
  const back = encodeURIComponent(`/invitations/${token}`);
  return (
    <EmptyState
        icon="check"
        heading="h1"
        title={conference === null ? t('invitation.title') : t('invitation.to', { conference: conference.title })}
        actions={
          me.phase === 'signed-in' ? (
            <>
              <Button look="strong" isDisabled={isSending} onPress={() => void accept()}>
                {t('invitation.accept')}
              </Button>
              <Button onPress={() => void changeAccount()}>{t('invitation.otherAccount')}</Button>
            </>
          ) : (
            <LinkButton look="strong" href={`/sign-in?returnTo=${back}`}>
              {t('invitation.signIn')}
            </LinkButton>
          )
        }
      >
        <p>{place === null ? t(`team.roles.${role}`) : t('invitation.roleAt', { role: t(`team.roles.${role}`), place })}</p>
        <p>{me.phase === 'signed-in' ? t('invitation.as', { email: me.account.email }) : t('invitation.signInText')}</p>
        {refused !== null && <Notice tone="bad">{refused}</Notice>}
      </EmptyState>
  );
}

/** The page of the conference on which each role begins. */
const START: Readonly<Record<AcceptedInvitation['role'], string>> = {
  administrator: 'organize', organizer: 'organize', 'city-host': 'organize', 'stage-crew': 'agenda', moderator: 'agenda', speaker: 'speak',
};

function words(error: unknown): string | undefined {
  return error instanceof RequestRefused ? (fieldError(error, '/token') ?? error.problem?.detail) : undefined;
}
