import { useTranslation } from 'react-i18next';
import type { InputFigures, InputRemark } from '@contract/streams.js';
import { Badge, type Tone } from '../../ui/badge.js';
import type { IconName } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import styles from './streams.module.css';

const LOOK: Readonly<Record<InputFigures['state'], { tone: Tone; icon: IconName }>> = {
  idle: { tone: 'neutral', icon: 'minus' }, connecting: { tone: 'accent', icon: 'clock' }, live: { tone: 'ok', icon: 'check' },
  degraded: { tone: 'warn', icon: 'alert' }, lost: { tone: 'bad', icon: 'close' },
};
const MEGABIT = 1_000_000;

/** The test before the day: what we see of an input, and what to change at the venue. */
export function InputTest({ figures: { state, fault, video, audio, remarks } }: { figures: InputFigures }) {
  const { t } = useTranslation('streams');
  const format = useFormat();
  const round = (value: number): string => format.number(Math.round(value * 10) / 10);
  const isThere = state === 'live' || state === 'degraded';
  const said = ({ code, facts }: InputRemark): string => {
    const word = (name: string): string => {
      const value = facts[name] ?? '';
      return typeof value === 'string' ? value : round(code.startsWith('bitrate') ? value / MEGABIT : value);
    };
    return t(`test.remark.${code}`, {
      good: word('good'), codecs: word('codecs'), seconds: word('seconds'), bitrate: word('bitrate'), frameRate: word('frameRate'), width: word('width'), height: word('height'), sampleRate: word('sampleRate'),
    });
  };
  // why a playlist cannot be had is told while nothing comes
  const told = isThere ? remarks : remarks.filter(({ code }) => code.startsWith('playlist-'));
  const languages = audio.map(({ language }) => (language === null ? t('test.floor') : format.language(language)));
  return (
    <section className={styles.test} aria-label={t('test.label')}>
      <Badge tone={LOOK[state].tone} icon={LOOK[state].icon}>{t(`test.state.${state}`)}</Badge>
      {fault !== null && <p>{t(`test.fault.${fault}`)}</p>}
      {isThere && video !== null && (
        <p>{t('test.video', { width: format.number(video.width), height: format.number(video.height), frames: round(video.frameRate), megabits: round(video.bitrate / MEGABIT), seconds: round(video.keyFrameInterval) })}</p>
      )}
      {isThere && audio.length > 0 && <p>{t('test.audio', { count: audio.length, formatted: format.number(audio.length), languages: format.list(languages) })}</p>}
      {isThere && remarks.length === 0 && video !== null && <p>{t('test.good')}</p>}
      {told.length > 0 && (
        <ul>
          {told.map((remark) => <li key={remark.code}>{said(remark)}</li>)}
        </ul>
      )}
    </section>
  );
}
