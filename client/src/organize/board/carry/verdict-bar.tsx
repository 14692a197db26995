import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { FindingList } from '../findings/finding-list.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import { worstOf } from '../findings/worst-of.js';
import { VisuallyHidden } from '../../../ui/visually-hidden.js';
import type { CarryStore, Target } from './carry-store.js';
import styles from './verdict-bar.module.css';

interface Props {
  store: CarryStore;
  words: FindingWords;
  /** A place in words: day, time, zone, room. */
  placeWords: (target: Exclude<Target, 'tray' | null>) => string;
}

/** What the rules say about the place under what is carried, before it is dropped; told to those who listen, too. */
export function VerdictBar({ store, words, placeWords }: Props) {
  const { t } = useTranslation('board');
  const carried = useSyncExternalStore(store.subscribe, store.read);
  const target = carried?.target ?? null;
  const at = carried === null ? '' : target === null ? t('carry.nowhere') : target === 'tray' ? t('carry.tray') : placeWords(target);
  const worst = carried === null ? null : worstOf(carried.findings);
  const verdict = carried === null || target === null || target === 'tray' ? '' : t(`carry.${worst ?? 'fits'}`);
  const told = carried === null ? '' : [at, verdict, ...carried.findings.slice(0, 3).map((finding) => words(finding, carried.lead.session.id))].filter(Boolean).join('. ');
  return (
    <>
      <VisuallyHidden><span role="status">{carried?.by === 'keyboard' ? told : ''}</span></VisuallyHidden>
      {carried !== null && (
        <div className={styles.bar} data-verdict={worst ?? (verdict === '' ? 'none' : 'fits')} data-testid="verdict">
          <div className={styles.head}>
            <bdi className={styles.title}>{carried.lead.session.title}</bdi>
            <span className={styles.place}>{at}</span>
          </div>
          {carried.findings.length > 0 ? <FindingList findings={carried.findings} words={words} about={carried.lead.session.id} most={4} /> : verdict !== '' && <p className={styles.fits}>{verdict}</p>}
          {carried.by === 'keyboard' && <p className={styles.keys}>{t('carry.keys')}</p>}
        </div>
      )}
    </>
  );
}
