import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the page in the browser's tab and history: "Agenda · Open Skies". */
export function usePageTitle(page: string, conference?: string): void {
  const { t } = useTranslation();
  const title = t('app.title', { page, conference: conference ?? t('app.name') });
  useEffect(() => {
    document.title = title;
  }, [title]);
}
