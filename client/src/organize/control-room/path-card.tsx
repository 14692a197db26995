import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../ui/badge.js';
import { Icon, type IconName } from '../../ui/icon.js';
import { useFormat } from '../../ui/use-format.js';
import type { PathView } from './model/stage-view.js';
import styles from './stage.module.css';
import { StillPicture } from './still-picture.js';

type Look = 'onAir' | 'standby' | Exclude<PathView['health'], 'live'>;

const LOOKS: Readonly<Record<Look, { tone: Tone; icon: IconName }>> = {
  onAir: { tone: 'live', icon: 'now' }, standby: { tone: 'ok', icon: 'check' }, degraded: { tone: 'warn', icon: 'alert' }, lost: { tone: 'bad', icon: 'close' },
  connecting: { tone: 'accent', icon: 'clock' }, idle: { tone: 'neutral', icon: 'minus' }, unset: { tone: 'neutral', icon: 'minus' }, unknown: { tone: 'neutral', icon: 'help' },
};

const MEGABIT = 1_000_000;

/** One path of a stage: its picture, how it is, and by which way it comes. */
export function PathCard({ path, stage }: { path: PathView; stage: string }) {
  const { t } = useTranslation('controlRoom');
  const { t: tStreams } = useTranslation('streams');
  const format = useFormat();
  const { role, input, figures, health, isShown } = path;
  const look: Look = health === 'live' ? (isShown ? 'onAir' : 'standby') : health;
  const one = (value: number): string => format.number(Math.round(value * 10) / 10);
  const facts = [
    figures?.bitrate == null ? null : t('path.bitrate', { megabits: one(figures.bitrate / MEGABIT) }),
    figures?.video == null ? null : t('path.frames', { frames: one(figures.video.frameRate) }),
    figures?.quietFor == null ? null : t('path.delay', { seconds: one(figures.quietFor) }),
  ].filter((fact) => fact !== null);
  const way = input === null ? null : tStreams(`input.via.${input.via}`);
  return (
    <section className={styles.path} data-look={look} data-shown={isShown} aria-label={tStreams(`input.role.${role}`)}>
      <StillPicture still={figures?.still ?? null} label={t('path.picture', { role: t(`path.role.${role}`), stage })}>
        <Icon name={health === 'unset' ? 'minus' : 'video'} size={1.5} />
        <span>{t(`path.none.${health === 'live' || health === 'degraded' ? 'waits' : health}`)}</span>
      </StillPicture>
      <div className={styles.pathHead}>
        <h4>{t(`path.role.${role}`)}</h4>
        {isShown && health !== 'live' && <Badge tone="live" icon="now">{t('path.look.onAir')}</Badge>}
        <Badge tone={LOOKS[look].tone} icon={LOOKS[look].icon}>{t(`path.look.${look}`)}</Badge>
      </div>
      {figures?.fault != null && <p className={styles.fault}>{tStreams(`test.fault.${figures.fault}`)}</p>}
      <p className={styles.facts}>
        {way !== null && <span className={styles.way}><Icon name={input?.via === 'satellite' ? 'satellite' : 'globe'} size={1} /> {way}</span>}
        {facts.map((fact, index) => <span key={index}>{fact}</span>)}
      </p>
    </section>
  );
}
