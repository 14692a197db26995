import { lazy, Suspense, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { AgendaPage } from '../attend/agenda/agenda-page.js';
import { formatFor, localeFor } from '../ui/format.js';
import { ToastRegion } from '../ui/toast-region.js';
import { FormatContext } from '../ui/use-format.js';
import { ConferenceLayout } from './conference-layout.js';
import { CrashScreen } from './crash-screen.js';
import { PagePlaceholder } from './page-placeholder.js';
import { RouteCare } from './route-care.js';
import { ZoneProvider } from './zone-provider.js';

const HomePage = lazy(() => import('./home-page.js'));
const NotFoundPage = lazy(() => import('./not-found-page.js'));
const GridPage = lazy(() => import('../attend/grid/grid-page.js'));
const NowPage = lazy(() => import('../attend/now/now-page.js'));
const MapPage = lazy(() => import('../attend/map/map-page.js'));
const MyAgendaPage = lazy(() => import('../attend/mine/my-agenda-page.js'));
const SessionPage = lazy(() => import('../attend/session/session-page.js'));

export function App() {
  return (
    <CrashScreen>
      <BrowserRouter>
        <Frame />
      </BrowserRouter>
    </CrashScreen>
  );
}

function Frame() {
  const { t, i18n } = useTranslation();
  const format = useMemo(() => formatFor(localeFor(i18n.language, navigator.languages)), [i18n.language]);
  return (
    <I18nProvider locale={i18n.language === 'fa' ? 'fa-IR' : i18n.language}>
      <FormatContext value={format}>
        <ZoneProvider>
          <RouteCare />
          <Suspense fallback={<PagePlaceholder />}>
            <Routes>
              <Route path="/" element={<HomePage />} />
              <Route path="/:slug" element={<ConferenceLayout />}>
                <Route index element={<Navigate to="agenda" replace />} />
                <Route path="agenda" element={<AgendaPage />} />
                <Route path="grid" element={<GridPage />} />
                <Route path="now" element={<NowPage />} />
                <Route path="map" element={<MapPage />} />
                <Route path="mine" element={<MyAgendaPage />} />
                <Route path="sessions/:sessionId" element={<SessionPage />} />
                <Route path="*" element={<NotFoundPage />} />
              </Route>
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </Suspense>
          <ToastRegion closeLabel={t('app.close')} />
        </ZoneProvider>
      </FormatContext>
    </I18nProvider>
  );
}
