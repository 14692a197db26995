import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Audience } from '@rules/placement/world.js';
import { hourTicks } from '../../../attend/grid/hour-ticks.js';
import { useFormat } from '../../../ui/use-format.js';
import { asleepByHour } from '../model/shading.js';
import { daysOfLine, toPixels } from '../model/time-line.js';
import styles from './conference-axis.module.css';
import { hourStep } from './hour-step.js';
import { boxOf, type PlaneFrame, planeSize, styleOf } from './plane-frame.js';

interface Props {
  frame: PlaneFrame;
  /** The part of the line of time worth drawing, in pixels. */
  from: number;
  to: number;
  /** Of the conference. */
  zone: string;
  now: number;
  audiences: readonly Audience[];
}

/** The conference's own days and hours, which stay in view, and how many of those registered would be asleep. */
export const ConferenceAxis = memo(function ConferenceAxis({ frame, from, to, zone, now, audiences }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const { axis, line, heads } = frame;
  const ticks = useMemo(() => hourTicks(line.from, line.to, zone, hourStep(line.hour, axis)), [line, zone, axis]);
  const days = useMemo(() => daysOfLine(line, zone), [line, zone]);
  const asleep = useMemo(() => asleepByHour(line, audiences), [line, audiences]);
  const all = useMemo(() => audiences.reduce((sum, { people }) => sum + people, 0), [audiences]);
  const inView = (instant: number): boolean => {
    const at = toPixels(line, instant);
    return at > from - line.hour * 2 && at < to;
  };
  const along = (at: number, size?: number) =>
    axis === 'across'
      ? { insetInlineStart: heads.rooms + at, ...(size === undefined ? {} : { width: size }) }
      : { top: heads.rooms + at, ...(size === undefined ? {} : { height: size }) };
  const nowAt = toPixels(line, now);
  const size = planeSize(frame);
  return (
    <div aria-hidden="true" className={`${styles.axis} ${styles[axis]}`} style={axis === 'across' ? { height: heads.hours, width: size.inline } : { width: heads.hours, height: size.block }}>
      <div className={styles.corner} style={axis === 'across' ? { width: heads.rooms, height: heads.hours } : { width: heads.hours, height: heads.rooms }}>
        <span>{t('axis.conference')}</span>
        <bdi title={zone}>{format.zoneName(zone, line.from)}</bdi>
      </div>
      {days.map(({ date, start }, n) => {
        const at = toPixels(line, Math.max(start, line.from));
        const end = toPixels(line, Math.min(days[n + 1]?.start ?? line.to, line.to));
        return (
          end > from && at < to && (
            <div key={date} className={styles.day} style={along(at, end - at)}>
              <span className={styles.dayName} style={axis === 'across' ? { insetInlineStart: heads.rooms } : { top: heads.rooms }}>{format.shortDay(Math.max(start, line.from), zone)}</span>
            </div>
          )
        );
      })}
      {ticks.filter(inView).map((tick) => <span key={tick} className={styles.tick} style={along(toPixels(line, tick))}>{format.time(tick, zone)}</span>)}
      {all > 0 && asleep.map(({ at, people }) => inView(at) && (
        <span
          key={at} className={styles.asleep} data-share={share(people, all)} style={along(toPixels(line, at), line.hour)}
          title={t('axis.asleep', { count: people, formatted: format.number(people), all: format.number(all) })}
        >
          {line.hour >= 88 && people > 0 && <span>{format.number(people)}</span>}
        </span>
      ))}
      {now >= line.from && now < line.to && <span className={styles.now} style={along(nowAt)}>{format.time(now, zone)}</span>}
    </div>
  );
});

/** The lines that lead the eye from the hours to the rooms, and that of the present. */
export const HourLines = memo(function HourLines({ frame, from, to, zone, now }: Omit<Props, 'audiences'>) {
  const { axis, line, layout } = frame;
  const ticks = useMemo(() => hourTicks(line.from, line.to, zone, Math.min(2, hourStep(line.hour, axis))), [line, zone, axis]);
  const at = (instant: number) => styleOf(boxOf(frame, { at: toPixels(line, instant), size: 1 }, { at: 0, size: layout.size }));
  return (
    <>
      {ticks.map((tick) => toPixels(line, tick) > from && toPixels(line, tick) < to && <div key={tick} className={styles.line} style={at(tick)} />)}
      {now >= line.from && now < line.to && <div className={styles.nowLine} style={at(now)} />}
    </>
  );
});

/** In fifths, so that five shades are enough. */
const share = (people: number, all: number): number => Math.ceil((people / all) * 5);
