import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ConferenceDetails } from '@contract/place.js';
import { askApi } from '../account/ask-api.js';
import { usePageTitle } from '../app/use-page-title.js';
import { showToast } from '../ui/toasts.js';
import type { FieldSpec, FormValues } from './fields/field-spec.js';
import { Loaded } from './loaded.js';
import styles from './organize.module.css';
import { RequestForm } from './request-form.js';
import { sayWhyNot } from './say-why-not.js';
import { useOrganize } from './use-organize.js';

/** The conference's own settings. */
export default function SettingsPage() {
  const { t } = useTranslation('organize');
  const { slug } = useOrganize();
  const path = `/api/conferences/${encodeURIComponent(slug)}`;
  const client = useQueryClient();
  const conference = useQuery({ queryKey: ['organize', slug, 'settings'], queryFn: async () => await askApi<ConferenceDetails>('GET', path) });
  usePageTitle(t('nav.settings'));
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'title', label: t('settings.title') },
    { kind: 'date', name: 'startsOn', label: t('settings.startsOn') },
    { kind: 'date', name: 'endsOn', label: t('settings.endsOn') },
    { kind: 'zone', name: 'zone', label: t('settings.zone') },
    {
      kind: 'choice', name: 'status', label: t('settings.status'),
      choices: (['draft', 'published', 'live', 'ended'] as const).map((value) => ({ value, label: t(`settings.statuses.${value}`) })),
    },
    {
      kind: 'choice', name: 'registration', label: t('settings.registration'),
      choices: (['closed', 'open'] as const).map((value) => ({ value, label: t(`settings.registrations.${value}`) })),
    },
    { kind: 'languages', name: 'languages', label: t('settings.languages'), hint: t('settings.languagesHint') },
    { kind: 'accent', name: 'accent', label: t('settings.accent'), hint: t('settings.accentHint'), optional: true },
    { kind: 'url', name: 'url', label: t('settings.url'), hint: t('settings.urlHint'), optional: true },
    { kind: 'number', name: 'gridMinutes', label: t('settings.grid'), hint: t('settings.gridHint'), min: 1, max: 240 },
    { kind: 'number', name: 'satelliteMarginMinutes', label: t('settings.satelliteMargin'), hint: t('settings.satelliteMarginHint'), min: 0, max: 120 },
    { kind: 'switch', name: 'safetyMode', label: t('settings.safetyMode'), hint: t('settings.safetyModeHint') },
    { kind: 'number', name: 'reconfirmMinutes', label: t('settings.reconfirm'), hint: t('settings.reconfirmHint'), min: 0, max: 1_440 },
    { kind: 'number', name: 'retentionDays', label: t('settings.retention'), hint: t('settings.retentionHint'), optional: true, min: 0, max: 3_650 },
  ];
  const write = async (patch: FormValues): Promise<void> => {
    client.setQueryData(['organize', slug, 'settings'], await askApi<ConferenceDetails>('PATCH', path, patch));
  };
  return (
    <Loaded queries={[conference]}>
      {() => {
        const held = conference.data as unknown as FormValues;
        const before = Object.fromEntries(fields.map(({ name }) => [name, held[name] ?? null]));
        return (
          <section className={`${styles.section} ${styles.settings}`} aria-label={t('nav.settings')}>
            <div className={styles.head}>
              <h1>{t('nav.settings')}</h1>
            </div>
            <RequestForm
              // made anew when it was saved or undone, so that it shows what is held
              key={JSON.stringify(before)}
              fields={() => fields}
              initial={before}
              submitLabel={t('form.save')}
              onSubmit={async (values) => {
                const patch = Object.fromEntries(Object.entries(values).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
                await write(patch);
                const undone = Object.fromEntries(Object.keys(patch).map((name) => [name, before[name] ?? null]));
                showToast(t('settings.saved'), { label: t('undo.action'), run: () => void write(undone).catch((error: unknown) => sayWhyNot(error, t('form.notSent'))) });
              }}
            />
          </section>
        );
      }}
    </Loaded>
  );
}
