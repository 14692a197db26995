import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestRefused } from '../account/ask-api.js';
import NotFoundPage from '../app/not-found-page.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { Skeleton } from '../ui/skeleton.js';

/** Waits for all of the questions; says so where one fails, and asks again when told to. */
export function Loaded({ queries, children }: { queries: readonly UseQueryResult[]; children: () => ReactNode }) {
  const { t } = useTranslation('organize');
  const failed = queries.find((query) => query.isError);
  if (failed !== undefined) {
    if (failed.error instanceof RequestRefused && failed.error.code === 'not-found') return <NotFoundPage />;
    return (
      <EmptyState icon="alert" title={t('load.failed')} actions={<Button onPress={() => queries.forEach((query) => void query.refetch())}>{t('load.again')}</Button>}>
        {failed.error instanceof RequestRefused && failed.error.problem !== null ? failed.error.problem.detail : t('load.failedText')}
      </EmptyState>
    );
  }
  if (queries.some((query) => query.isPending)) return <Skeleton height="12rem" />;
  return <>{children()}</>;
}
