import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { SessionDetails } from '@contract/agenda-requests.js';
import { askApi } from '../../account/ask-api.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { Badge } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { showToast } from '../../ui/toasts.js';
import { textOf, type FormValues } from '../fields/field-spec.js';
import { Loaded } from '../loaded.js';
import styles from '../organize.module.css';
import { RequestForm } from '../request-form.js';
import { sayWhyNot } from '../say-why-not.js';
import { useOrganize } from '../use-organize.js';
import { useSessionFields } from './session-fields.js';
import { SessionSlot } from './session-slot.js';
import own from './sessions.module.css';
import { useLookups, type Lookups } from './use-lookups.js';

const RemoveDialog = lazy(async () => ({ default: (await import('./remove-dialog.js')).RemoveDialog }));

/** One session: its words and people, and where it stands. One that is not the reader's is not there. */
export default function OrganizeSessionPage() {
  const { sessionId = '' } = useParams();
  const { slug } = useOrganize();
  const { queries, lookups } = useLookups(slug);
  const session = useQuery({
    queryKey: ['organize', slug, 'session', sessionId],
    queryFn: async () => await askApi<SessionDetails>('GET', `/api/conferences/${encodeURIComponent(slug)}/sessions/${encodeURIComponent(sessionId)}`),
  });
  return <Loaded queries={[...queries, session]}>{() => <SessionForm session={session.data as SessionDetails} lookups={lookups} />}</Loaded>;
}

function SessionForm({ session, lookups }: { session: SessionDetails; lookups: Lookups }) {
  const { t } = useTranslation('organize');
  const { slug } = useOrganize();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [isRemoving, setRemoving] = useState(false);
  const path = `/api/conferences/${encodeURIComponent(slug)}/sessions/${session.id}`;
  const fields = useSessionFields(lookups, session);
  const before: FormValues = { ...Object.fromEntries(fields.map(({ name }) => [name, session[name as keyof SessionDetails] as FormValues[string]])), note: '' };
  usePageTitle(session.title);

  async function write(patch: FormValues): Promise<void> {
    const written = await askApi<SessionDetails>('PATCH', path, patch);
    client.setQueryData(['organize', slug, 'session', session.id], written);
    await client.invalidateQueries({ queryKey: ['organize', slug, 'sessions'] });
  }

  return (
    <section className={`${styles.section} ${own.form}`} aria-label={session.title}>
      <p>
        <Link to={`/${slug}/organize/sessions`}>{t('sessions.back')}</Link>
      </p>
      <div className={styles.head}>
        <h1 dir="auto">{session.title}</h1>
        <Button look="quiet" onPress={() => setRemoving(true)}>
          {t('sessions.remove')}
        </Button>
      </div>
      <dl className={own.slots}>
        <dt>{t('sessions.draft')}</dt>
        <dd>
          {session.draft === null ? t('sessions.noSlot') : <SessionSlot slot={session.draft} place={lookups.placeOf(session.draft.roomId)} />}{' '}
          {session.draft?.cancelled === true && <Badge tone="bad">{t('sessions.state.cancelled')}</Badge>}
        </dd>
        <dt>{t('sessions.published')}</dt>
        <dd>
          {session.published === null ? (
            t('sessions.notPublished')
          ) : (
            <Link to={`/${slug}/sessions/${session.id}`}>
              <SessionSlot slot={session.published} place={lookups.placeOf(session.published.roomId)} />
            </Link>
          )}
        </dd>
      </dl>
      {session.published !== null && <p className={styles.facts}>{t('sessions.atOnce')}</p>}
      <RequestForm
        // made anew when it was saved or undone, so that it shows what is held
        key={JSON.stringify(before)}
        fields={() => fields}
        initial={before}
        submitLabel={t('form.save')}
        onSubmit={async (values) => {
          const changed = Object.entries(values).filter(([name, value]) => name !== 'note' && JSON.stringify(value) !== JSON.stringify(before[name]));
          if (changed.length === 0) return showToast(t('sessions.unchanged'));
          await write({ ...Object.fromEntries(changed), ...(values['note'] === undefined || values['note'] === null ? {} : { note: values['note'] }) });
          const undone = Object.fromEntries(changed.map(([name]) => [name, before[name] ?? null]));
          showToast(t('undo.changed', { name: textOf(values['title']) }), {
            label: t('undo.action'),
            run: () => void write(undone).then(() => showToast(t('undo.done')), (error: unknown) => sayWhyNot(error, t('form.notSent'))),
          });
        }}
      />
      <Suspense>
        {isRemoving && (
          <RemoveDialog
            session={session}
            onClose={() => setRemoving(false)}
            onRemove={async () => {
              await askApi('DELETE', path);
              showToast(t('undo.removed', { name: session.title }));
              await navigate(`/${slug}/organize/sessions`);
              client.removeQueries({ queryKey: ['organize', slug, 'session', session.id] });
              await client.invalidateQueries({ queryKey: ['organize', slug, 'sessions'] });
            }}
          />
        )}
      </Suspense>
    </section>
  );
}
