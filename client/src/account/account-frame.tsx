import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LanguageMenu } from '../app/language-menu.js';
import { ThemeMenu } from '../app/theme-menu.js';
import { NoticeBell } from '../notices/notice-bell.js';
import { AccountMenu } from './account-menu.js';
import styles from './account.module.css';
import { RequestRefused } from './ask-api.js';

// what the server refused once it refuses again, and a dialog that was closed is not to open again
const retry = (times: number, error: Error): boolean => times < 1 && !(error instanceof RequestRefused && error.problem !== null);
const client = new QueryClient({ defaultOptions: { queries: { retry } } });

/** What the pages of accounts have around them. `narrow`: one short form in the middle. */
export function AccountFrame({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  const { t } = useTranslation();
  return (
    <QueryClientProvider client={client}>
      <div className={styles.page}>
        <header className={styles.head}>
          <Link to="/" className={styles.home}>
            <img src="/favicon.svg" alt="" width="32" height="32" />
            {t('app.name')}
          </Link>
          <LanguageMenu />
          <ThemeMenu />
          <NoticeBell />
          <AccountMenu />
        </header>
        <main id="content" className={narrow ? styles.narrow : undefined}>
          {children}
        </main>
      </div>
    </QueryClientProvider>
  );
}
