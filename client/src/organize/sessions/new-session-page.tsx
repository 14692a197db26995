import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { SessionDetails } from '@contract/agenda-requests.js';
import { askApi } from '../../account/ask-api.js';
import { usePageTitle } from '../../app/use-page-title.js';
import { showToast } from '../../ui/toasts.js';
import { Loaded } from '../loaded.js';
import styles from '../organize.module.css';
import { RequestForm } from '../request-form.js';
import { useOrganize } from '../use-organize.js';
import { BLANK_SESSION, useSessionFields } from './session-fields.js';
import own from './sessions.module.css';
import { useLookups, type Lookups } from './use-lookups.js';

/** A session that is new. It gets a room and a time later; until then it is its city's, or the organizers'. */
export default function NewSessionPage() {
  const { slug } = useOrganize();
  const { queries, lookups } = useLookups(slug);
  return <Loaded queries={queries}>{() => <NewSession lookups={lookups} />}</Loaded>;
}

function NewSession({ lookups }: { lookups: Lookups }) {
  const { t } = useTranslation('organize');
  const { slug } = useOrganize();
  const client = useQueryClient();
  const navigate = useNavigate();
  const fields = useSessionFields(lookups, undefined);
  usePageTitle(t('sessions.add'));
  return (
    <section className={`${styles.section} ${own.form}`} aria-label={t('sessions.add')}>
      <p>
        <Link to={`/${slug}/organize/sessions`}>{t('sessions.back')}</Link>
      </p>
      <div className={styles.head}>
        <h1>{t('sessions.add')}</h1>
      </div>
      <p className={styles.facts}>{t('sessions.addText')}</p>
      <RequestForm
        fields={() => fields}
        initial={BLANK_SESSION}
        submitLabel={t('sessions.add')}
        onSubmit={async (values) => {
          const { id, title } = await askApi<SessionDetails>('POST', `/api/conferences/${encodeURIComponent(slug)}/sessions`, values);
          await client.invalidateQueries({ queryKey: ['organize', slug, 'sessions'] });
          showToast(t('undo.added', { name: title }));
          await navigate(`/${slug}/organize/sessions/${id}`, { replace: true });
        }}
      />
    </section>
  );
}
