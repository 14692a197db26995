import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../app/use-page-title.js';
import styles from '../organize.module.css';
import { useOrganize } from '../use-organize.js';
import { ReleaseHistory } from './history/release-history.js';
import { NextRelease } from './next/next-release.js';

/** What the next release would do, and those that were. */
export default function ReleasesPage() {
  const { t } = useTranslation('releases');
  const { slug, isOrganizer } = useOrganize();
  usePageTitle(t('title'));
  return (
    <>
      <div className={styles.head}>
        <h1>{t('title')}</h1>
      </div>
      {isOrganizer ? <NextRelease slug={slug} /> : <p className={styles.facts}>{t('hosts')}</p>}
      <ReleaseHistory slug={slug} mayRestore={isOrganizer} />
    </>
  );
}
