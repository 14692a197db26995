import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { FindingList } from '../findings/finding-list.js';
import type { FindingWords } from '../findings/use-finding-words.js';
import { namedWords } from '../findings/named-words.js';
import { worstOf } from '../findings/worst-of.js';
import { useFormat } from '../../../ui/use-format.js';
import { VisuallyHidden } from '../../../ui/visually-hidden.js';
import type { CarryStore, Target } from './carry-store.js';
import styles from './verdict-bar.module.css';

interface Props {
  store: CarryStore;
  words: FindingWords;
  /** A place in words: day, time, zone, room. */
  placeWords: (target: Exclude<Target, 'tray' | null>) => string;
  /** The cities in which the reader plans, in words; null: everywhere. */
  only: string | null;
}

/** What the rules say about the place under what is carried, before it is dropped; told to those who listen, too. */
export function VerdictBar({ store, words, placeWords, only }: Props) {
  const { t } = useTranslation('board');
  const format = useFormat();
  const carried = useSyncExternalStore(store.subscribe, store.read);
  const target = carried?.target ?? null;
  const at = carried === null ? '' : target === null ? (only === null ? t('carry.nowhere') : t('reach.nowhere', { cities: only })) : target === 'tray' ? t('carry.tray') : placeWords(target);
  const worst = carried === null ? null : worstOf(carried.findings);
  const verdict = carried === null || target === null || target === 'tray' ? '' : t(`carry.${worst ?? 'fits'}`);
  const all = carried === null ? [] : [carried.lead, ...carried.alongside];
  const said = namedWords(words, all, (session, finding) => t('carry.of', { session, finding }));
  const name = all.length > 1 ? t('carry.with', { session: carried?.lead.session.title, count: all.length - 1, formatted: format.number(all.length - 1) }) : (carried?.lead.session.title ?? '');
  const told = carried === null ? '' : [all.length > 1 ? name : '', at, verdict, ...carried.findings.slice(0, 3).map((finding) => said(finding))].filter(Boolean).join('. ');
  return (
    <>
      <VisuallyHidden><span role="status">{carried?.by === 'keyboard' ? told : ''}</span></VisuallyHidden>
      {carried !== null && (
        <div className={styles.bar} data-verdict={worst ?? (verdict === '' ? 'none' : 'fits')} data-testid="verdict">
          <div className={styles.head}>
            <bdi className={styles.title}>{name}</bdi>
            <span className={styles.place}>{at}</span>
          </div>
          {carried.findings.length > 0 ? <FindingList findings={carried.findings} words={said} most={4} /> : verdict !== '' && <p className={styles.fits}>{verdict}</p>}
          {carried.by === 'keyboard' && <p className={styles.keys}>{t('carry.keys')}</p>}
        </div>
      )}
    </>
  );
}
