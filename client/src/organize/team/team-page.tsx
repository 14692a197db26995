import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { City } from '@contract/place.js';
import type { Invitation, Member, StaffRole, Team } from '@contract/team.js';
import { askApi } from '../../account/ask-api.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Time } from '../../ui/time.js';
import { showToast } from '../../ui/toasts.js';
import { DataTable } from '../data-table.js';
import { textOf } from '../fields/field-spec.js';
import { FormDialog } from '../form-dialog.js';
import { Loaded } from '../loaded.js';
import styles from '../organize.module.css';
import type { VenueRow } from '../place/venue-fields.js';
import { useRows } from '../rows.js';
import { sayWhyNot } from '../say-why-not.js';
import { useOrganize } from '../use-organize.js';
import { useTellMailed } from '../use-tell-mailed.js';
import { invitationFields, roleFields } from './role-fields.js';

type Open = { what: 'invite' } | { what: 'change'; member: Member } | null;

/** Who works on the conference, and who is asked to: those whom the reader looks after. */
export default function TeamPage() {
  const { t, i18n } = useTranslation('organize');
  const { slug } = useOrganize();
  const path = `/api/conferences/${encodeURIComponent(slug)}/team`;
  const client = useQueryClient();
  const team = useQuery({ queryKey: ['organize', slug, 'team'], queryFn: async () => await askApi<Team>('GET', path) });
  const cities = useRows<City>(slug, 'cities');
  const venues = useRows<VenueRow>(slug, 'venues');
  const [open, setOpen] = useState<Open>(null);
  const tellMailed = useTellMailed();
  usePageTitle(t('nav.team'));

  const refresh = async (): Promise<void> => await client.invalidateQueries({ queryKey: ['organize', slug, 'team'] });
  const place = { cities: cities.data ?? [], venues: venues.data ?? [] };
  const placeName = ({ cityId, venueId }: Pick<Member, 'cityId' | 'venueId'>): string =>
    place.cities.find(({ id }) => id === cityId)?.name ?? place.venues.find(({ id }) => id === venueId)?.name ?? '';
  const roleName = (role: StaffRole): string => t(`team.roles.${role}`);
  const language = i18n.language;

  async function quickly(work: () => Promise<unknown>, words: string, undo?: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      return sayWhyNot(error, t('form.notSent'));
    }
    showToast(words, undo === undefined ? undefined : { label: t('undo.action'), run: () => void quickly(undo, t('undo.done')) });
    await refresh();
  }

  // who was taken out is asked anew: nobody gets a role back without saying yes
  const takeOut = async (member: Member): Promise<void> => {
    const { email, role, cityId, venueId } = member;
    const again = async (): Promise<unknown> => await askApi('POST', `${path}/invitations`, { email, role, cityId, venueId, language });
    await quickly(async () => await askApi('DELETE', `${path}/members/${member.id}`), t('team.takenOut', { name: member.handle }), again);
  };
  const resend = async ({ id, email }: Invitation): Promise<void> => {
    try {
      await askApi('POST', `${path}/invitations/${id}/resend`, { language });
    } catch (error) {
      return sayWhyNot(error, t('form.notSent'));
    }
    tellMailed(t('team.resent', { email }), t('mail.waitsAgain', { to: email }));
    await refresh();
  };
  const revoke = async ({ id, email, role, cityId, venueId }: Invitation): Promise<void> => {
    const again = async (): Promise<unknown> => await askApi('POST', `${path}/invitations`, { email, role, cityId, venueId, language });
    await quickly(async () => await askApi('DELETE', `${path}/invitations/${id}`), t('team.revoked', { email }), again);
  };

  return (
    <Loaded queries={[team, cities, venues]}>
      {() => {
        const { members = [], invitations = [], assignable = [] } = team.data ?? {};
        return (
          <>
            <section className={styles.section} aria-label={t('team.members')}>
              <div className={styles.head}>
                <h1>{t('nav.team')}</h1>
                {assignable.length > 0 && (
                  <Button icon="plus" look="strong" onPress={() => setOpen({ what: 'invite' })}>
                    {t('team.invite')}
                  </Button>
                )}
              </div>
              {members.length === 0 ? (
                <p className={styles.empty}>{t('team.noMembers')}</p>
              ) : (
                <DataTable
                  label={t('team.members')}
                  rows={members}
                  columns={[
                    { label: t('team.name'), cell: (member) => <>{member.handle} {member.isMe && <Badge>{t('team.you')}</Badge>}</> },
                    { label: t('team.email'), cell: (member) => <bdi>{member.email}</bdi> },
                    { label: t('team.role'), cell: (member) => roleName(member.role) },
                    { label: t('team.place'), cell: (member) => placeName(member) || '–' },
                  ]}
                  actions={(member) => (
                    <>
                      <Button look="quiet" aria-label={t('form.changeNamed', { name: member.handle })} onPress={() => setOpen({ what: 'change', member })}>
                        {t('form.change')}
                      </Button>
                      <Button look="quiet" aria-label={t('form.removeNamed', { name: member.handle })} onPress={() => void takeOut(member)}>
                        {t('form.remove')}
                      </Button>
                    </>
                  )}
                />
              )}
            </section>
            <section className={styles.section} aria-label={t('team.invitations')}>
              <h2>{t('team.invitations')}</h2>
              {invitations.length === 0 ? (
                <p className={styles.empty}>{t('team.noInvitations')}</p>
              ) : (
                <DataTable
                  label={t('team.invitations')}
                  rows={invitations}
                  columns={[
                    { label: t('team.email'), cell: (invitation) => <bdi>{invitation.email}</bdi> },
                    { label: t('team.role'), cell: (invitation) => roleName(invitation.role) },
                    { label: t('team.place'), cell: (invitation) => placeName(invitation) || '–' },
                    {
                      label: t('team.expires'),
                      cell: (invitation) =>
                        invitation.isExpired ? <Badge tone="warn">{t('team.expired')}</Badge> : <Time instant={Date.parse(invitation.expiresAt)} zone={Intl.DateTimeFormat().resolvedOptions().timeZone} withDay />,
                    },
                  ]}
                  actions={(invitation) => (
                    <>
                      <Button look="quiet" aria-label={t('team.resendTo', { email: invitation.email })} onPress={() => void resend(invitation)}>
                        {t('team.resend')}
                      </Button>
                      <Button look="quiet" aria-label={t('team.revokeOf', { email: invitation.email })} onPress={() => void revoke(invitation)}>
                        {t('team.revoke')}
                      </Button>
                    </>
                  )}
                />
              )}
            </section>
            {open?.what === 'invite' && (
              <FormDialog
                title={t('team.invite')}
                fields={(values) => invitationFields(t, values, assignable, place)}
                initial={{ email: '', role: assignable.includes('city-host') ? 'city-host' : (assignable[0] ?? null), cityId: only(place.cities), venueId: only(place.venues), language }}
                submitLabel={t('team.send')}
                onClose={() => setOpen(null)}
                onSubmit={async (values) => {
                  await askApi('POST', `${path}/invitations`, values);
                  const email = textOf(values['email']);
                  tellMailed(t('team.sent', { email }), t('mail.waits', { to: email }));
                  await refresh();
                }}
              />
            )}
            {open?.what === 'change' && (
              <FormDialog
                title={open.member.handle}
                fields={(values) => roleFields(t, values, assignable, place)}
                initial={{ role: open.member.role, cityId: open.member.cityId, venueId: open.member.venueId }}
                submitLabel={t('form.save')}
                onClose={() => setOpen(null)}
                onSubmit={async (values) => {
                  const { role, cityId, venueId, id, handle } = open.member;
                  await askApi('PUT', `${path}/members/${id}`, values);
                  const undo = async (): Promise<unknown> => await askApi('PUT', `${path}/members/${id}`, { role, cityId, venueId });
                  showToast(t('undo.changed', { name: handle }), { label: t('undo.action'), run: () => void quickly(undo, t('undo.done')) });
                  await refresh();
                }}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

/** Where there is but one, it is meant. */
const only = (rows: readonly { id: string }[]): string | null => (rows.length === 1 ? (rows[0]?.id ?? null) : null);
