import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Recording, RecordingState } from '@contract/recordings.js';
import { ReplayFrame } from '../../attend/replay/replay-frame.js';
import { Badge, type Tone } from '../../ui/badge.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Time } from '../../ui/time.js';
import { showToast } from '../../ui/toasts.js';
import { lengthWords } from '../../ui/length-words.js';
import { useFormat } from '../../ui/use-format.js';
import organize from '../organize.module.css';
import { ConfirmDialog } from '../streams/confirm-dialog.js';
import { sizeWords } from './size-words.js';
import styles from './recordings.module.css';
import { TrimDialog } from './trim-dialog.js';
import { recordingPath, useRecordingWrites } from './use-recordings.js';

const TONE: Record<RecordingState, Tone> = { recording: 'live', ready: 'neutral', published: 'ok', withdrawn: 'warn', failed: 'bad' };
type Opened = 'preview' | 'trim' | 'stop' | 'remove';

interface Props {
  slug: string;
  recording: Recording;
  zone: string;
  /** Room and city; empty where the stage is no longer there. */
  place: string;
}

/** A recording, and all that one does with it. */
export function RecordingCard({ slug, recording, zone, place }: Props) {
  const { t } = useTranslation('recordings');
  const { t: tCommon } = useTranslation();
  const format = useFormat();
  const { act } = useRecordingWrites(slug);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { id, title, state, failure, startsAt, endsAt, sessionId, length, bytes, shownFrom, shownTo } = recording;
  const close = (): void => setOpened(null);
  const publish = async (): Promise<void> => {
    if (await act('POST', `recordings/${id}/publish`)) showToast(t('done.publish', { title }), { label: t('done.undo'), run: () => void withdraw() });
  };
  const withdraw = async (): Promise<void> => {
    if (await act('POST', `recordings/${id}/withdraw`)) showToast(t('done.withdraw', { title }), { label: t('done.undo'), run: () => void publish() });
  };
  const facts = [
    t('length', { duration: lengthWords(length, format.locale) }),
    t('size', { size: sizeWords(bytes, format.locale) }),
    ...(shownFrom !== null || shownTo !== null ? [t('trimmed')] : []),
  ];
  return (
    <article className={organize.venue} aria-label={title}>
      <div className={styles.head}>
        <h2><bdi>{title}</bdi></h2>
        <Badge tone={TONE[state]}>{t(`state.${state}`)}</Badge>
      </div>
      <p className={organize.facts}>
        <Time instant={Date.parse(startsAt)} {...(endsAt === null ? {} : { end: Date.parse(endsAt) })} zone={zone} withDay />
        {place !== '' && <> · <bdi>{place}</bdi></>} · {facts.join(' · ')}
      </p>
      {failure !== null && <p role="alert" className={styles.failure}>{t(`failure.${failure}`)}</p>}
      {sessionId === null && <p className={organize.facts}>{t('gone')}</p>}
      <div className={organize.buttons}>
        {(state === 'ready' || state === 'withdrawn' || state === 'failed') && <Button look="strong" onPress={() => void publish()}>{t('act.publish')}</Button>}
        <Button icon="video" onPress={() => setOpened('preview')}>{t('act.preview')}</Button>
        {state === 'recording' ? (
          <Button onPress={() => setOpened('stop')}>{t('act.stop')}</Button>
        ) : (
          <>
            <Button onPress={() => setOpened('trim')}>{t('act.trim')}</Button>
            {state === 'published' && <Button onPress={() => void withdraw()}>{t('act.withdraw')}</Button>}
            <Button look="quiet" onPress={() => setOpened('remove')}>{t('act.remove')}</Button>
          </>
        )}
      </div>
      {opened === 'preview' && (
        <Dialog title={t('preview.title', { title })} closeLabel={tCommon('app.close')} isOpen onOpenChange={(open) => !open && close()}>
          <ReplayFrame slug={slug} path={`${recordingPath(slug, id)}/preview`} title={title} replayId={null} />
        </Dialog>
      )}
      {opened === 'trim' && <TrimDialog slug={slug} recording={recording} onClose={close} />}
      {(opened === 'stop' || opened === 'remove') && (
        <ConfirmDialog
          title={t(`${opened}.title`, { title })}
          text={t(`${opened}.text`)}
          action={t(`act.${opened}`)}
          onClose={close}
          onConfirm={async () => {
            const done = opened === 'stop' ? await act('POST', `recordings/${id}/stop`) : await act('DELETE', `recordings/${id}`);
            if (done) showToast(t(`done.${opened}`, { title }));
          }}
        />
      )}
    </article>
  );
}
