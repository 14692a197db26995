import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.js';
import { IconButton } from '../../ui/icon-button.js';
import { LinkButton } from '../../ui/link-button.js';
import { useFormat } from '../../ui/use-format.js';
import { CityClock } from '../now/city-clock.js';
import type { CityMoment } from '../now/moments.js';
import { RoomList } from '../now/room-list.js';
import styles from './city-panel.module.css';

interface Props {
  moment: CityMoment;
  now: number;
  bookmarks: ReadonlySet<string>;
  hrefOf: (sessionId: string) => string;
  /** To the agenda of this city alone. */
  agendaHref: string;
  roomCount: number;
  /** People who follow from here; null where too few to tell. */
  following: number | null;
  onClose: () => void;
  headingRef: Ref<HTMLHeadingElement>;
}

/** A city looked at: its clock, what its rooms hold now and next, and the way to its agenda. */
export function CityPanel({ moment, now, bookmarks, hrefOf, agendaHref, roomCount, following, onClose, headingRef }: Props) {
  const { t } = useTranslation('map');
  const format = useFormat();
  const heading = useId();
  const { city, onCount, status } = moment;
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <header className={styles.header}>
        <div className={styles.words}>
          <h2 id={heading} ref={headingRef} tabIndex={-1} className={styles.name}><bdi>{city.name}</bdi></h2>
          <p className={status === 'on' ? styles.live : styles.quiet}>{t(`status.${status}`, { count: onCount, formatted: format.number(onCount) })}</p>
          <p className={styles.quiet}>
            {t('rooms', { count: roomCount, formatted: format.number(roomCount) })}
            {following !== null && <> · {t('following', { count: following, formatted: format.number(following) })}</>}
          </p>
        </div>
        <CityClock zone={city.zone} now={now} />
        <IconButton icon="close" label={t('close', { city: city.name })} onPress={onClose} />
      </header>
      {moment.rooms.length > 0 ? <RoomList rooms={moment.rooms} now={now} bookmarks={bookmarks} hrefOf={hrefOf} /> : (
        <p className={styles.none}><Icon name="check" />{t('nothingMore')}</p>
      )}
      <footer className={styles.footer}>
        <LinkButton href={agendaHref} icon="agenda">{t('agenda', { city: city.name })}</LinkButton>
      </footer>
    </section>
  );
}
