import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefusal } from '../../speak/use-refusal.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import { showToast } from '../../ui/toasts.js';
import { parseDays } from './parse-days.js';
import { readSchedule, saveSchedule } from './speakers-requests.js';
import styles from './reminder-days.module.css';

/** How many days before a slot reminders go out by themselves. Nothing for who may not set it. */
export function ReminderDays({ slug }: { slug: string }) {
  const query = useQuery({ queryKey: ['reminder-schedule', slug], queryFn: async () => await readSchedule(slug) });
  return query.data === undefined ? null : <DaysForm slug={slug} held={query.data.daysBefore} />;
}

function DaysForm({ slug, held }: { slug: string; held: readonly number[] }) {
  const { t } = useTranslation('speak');
  const refuse = useRefusal();
  const client = useQueryClient();
  const [text, setText] = useState(held.join(', '));
  const days = parseDays(text);
  const save = useMutation({
    mutationFn: async (wanted: readonly number[]) => await saveSchedule(slug, wanted),
    onSuccess: (saved) => {
      client.setQueryData(['reminder-schedule', slug], saved);
      setText(saved.daysBefore.join(', '));
      showToast(t('organize.scheduleSaved'));
    },
    onError: refuse,
  });
  return (
    <section className={styles.schedule} aria-labelledby="reminder-days">
      <h2 id="reminder-days" className={styles.title}>
        {t('organize.schedule')}
      </h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (days !== null) save.mutate(days);
        }}
      >
        <TextField
          label={t('organize.scheduleField')} description={t('organize.scheduleText')} value={text} onChange={setText}
          error={days === null ? t('organize.scheduleWrong') : undefined}
        />
        <p>
          <Button type="submit" isDisabled={days === null || save.isPending}>
            {t('profile.save')}
          </Button>
        </p>
      </form>
    </section>
  );
}
