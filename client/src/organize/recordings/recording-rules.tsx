import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordingRules as Rules } from '@contract/recordings.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import { Button } from '../../ui/button.js';
import { FormDialog } from '../form-dialog.js';
import organize from '../organize.module.css';
import styles from './recordings.module.css';
import { useRecordingWrites } from './use-recordings.js';

const STAGE_RULES = ['off', 'keep', 'publish'] as const;

/** What is recorded: stage by stage, and the sessions that were decided otherwise. */
export function RecordingRules({ slug, rules }: { slug: string; rules: Rules }) {
  const { t } = useTranslation('recordings');
  const { index } = useLiveAgenda();
  const writes = useRecordingWrites(slug);
  const [stage, setStage] = useState<string | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const stages = rules.stages.flatMap((rule) => {
    const place = index.rooms.find(({ room }) => room.id === rule.roomId);
    return place === undefined ? [] : [{ ...rule, name: place.room.name, city: place.city.name }];
  });
  const changed = stages.find(({ channelId }) => channelId === stage);
  const sessions = index.sessions.filter(({ room }) => rules.stages.some(({ roomId }) => roomId === room.id));
  const titleOf = (id: string): string => index.byId.get(id)?.session.title ?? '';
  return (
    <section className={organize.section} aria-label={t('rules.title')}>
      <div className={organize.head}>
        <h2>{t('rules.title')}</h2>
        {sessions.length > 0 && <Button onPress={() => setChoosing(true)}>{t('rules.choose')}</Button>}
      </div>
      {rules.safetyMode && <p className={styles.failure}>{t('rules.safety')}</p>}
      <ul className={styles.rules}>
        {stages.map(({ channelId, name, city, recording }) => (
          <li key={channelId}>
            <span><bdi>{name}</bdi> · <bdi>{city}</bdi>: {t(`rules.stage.${recording}`)}</span>
            <Button look="quiet" aria-label={t('rules.of', { name })} onPress={() => setStage(channelId)}>{t('rules.change')}</Button>
          </li>
        ))}
        {rules.choices.map(({ sessionId, wanted }) => (
          <li key={sessionId}>
            <span><bdi>{titleOf(sessionId)}</bdi>: {t(wanted ? 'rules.yes' : 'rules.no')}</span>
            <Button look="quiet" onPress={() => void writes.act('PUT', `sessions/${sessionId}/recording`, { wanted: null })}>{t('rules.forget')}</Button>
          </li>
        ))}
      </ul>
      {rules.choices.length === 0 && !rules.safetyMode && <p className={organize.facts}>{t('rules.none')}</p>}
      {changed !== undefined && (
        <FormDialog
          title={t('rules.of', { name: changed.name })}
          fields={() => [{ kind: 'choice', name: 'recording', label: t('rules.title'), choices: STAGE_RULES.map((value) => ({ value, label: t(`rules.stage.${value}`) })) }]}
          initial={{ recording: changed.recording }}
          submitLabel={t('rules.save')}
          onClose={() => setStage(null)}
          onSubmit={async ({ recording }) => await writes.send('PUT', `channels/${changed.channelId}/recording`, { recording })}
        />
      )}
      {isChoosing && (
        <FormDialog
          title={t('rules.choose')}
          fields={() => [
            { kind: 'choice', name: 'sessionId', label: t('rules.session'), choices: sessions.map(({ session }) => ({ value: session.id, label: session.title })) },
            { kind: 'choice', name: 'wanted', label: t('rules.wanted'), hint: t('rules.noNote'), choices: [{ value: 'no', label: t('rules.no') }, { value: 'yes', label: t('rules.yes') }] },
          ]}
          initial={{ sessionId: null, wanted: 'no' }}
          submitLabel={t('rules.save')}
          onClose={() => setChoosing(false)}
          onSubmit={async ({ sessionId, wanted }) => await writes.send('PUT', `sessions/${sessionId as string}/recording`, { wanted: wanted === 'yes' })}
        />
      )}
    </section>
  );
}
