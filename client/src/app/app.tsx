import { lazy, Suspense, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { useTranslation } from 'react-i18next';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { StepUpHost } from '../account/step-up-host.js';
import { AgendaPage } from '../attend/agenda/agenda-page.js';
import { OpenFromPush } from '../notices/open-from-push.js';
import { formatFor, localeFor } from '../ui/format.js';
import { ToastRegion } from '../ui/toast-region.js';
import { FormatContext } from '../ui/use-format.js';
import { ConferenceLayout } from './conference-layout.js';
import { CrashScreen } from './crash-screen.js';
import { PagePlaceholder } from './page-placeholder.js';
import { RouteCare } from './route-care.js';
import { ZoneProvider } from './zone-provider.js';

const OutboxPage = lazy(() => import('../admin/outbox-page.js'));
const PreferencesPage = lazy(() => import('../notices/preferences-page.js'));
const AccountPage = lazy(() => import('../account/account-page.js'));
const SignInPage = lazy(() => import('../account/sign-in-page.js'));
const WelcomePage = lazy(() => import('../account/welcome-page.js'));
const HomePage = lazy(() => import('./home-page.js'));
const NotFoundPage = lazy(() => import('./not-found-page.js'));
const GridPage = lazy(() => import('../attend/grid/grid-page.js'));
const NowPage = lazy(() => import('../attend/now/now-page.js'));
const MapPage = lazy(() => import('../attend/map/map-page.js'));
const MyAgendaPage = lazy(() => import('../attend/mine/my-agenda-page.js'));
const LiveDayPage = lazy(() => import('../organize/live-day/live-day-page.js'));
const OrganizeLayout = lazy(() => import('../organize/organize-layout.js'));
const BoardPage = lazy(() => import('../organize/board/board-page.js'));
const PlanPage = lazy(() => import('../organize/plan/plan-page.js'));
const CitiesPage = lazy(() => import('../organize/place/cities-page.js'));
const CityPage = lazy(() => import('../organize/place/city-page.js'));
const TravelPage = lazy(() => import('../organize/place/travel/travel-page.js'));
const SessionsPage = lazy(() => import('../organize/sessions/sessions-page.js'));
const NewSessionPage = lazy(() => import('../organize/sessions/new-session-page.js'));
const OrganizeSessionPage = lazy(() => import('../organize/sessions/session-page.js'));
const TracksPage = lazy(() => import('../organize/place/tracks-page.js'));
const SettingsPage = lazy(() => import('../organize/settings-page.js'));
const TeamPage = lazy(() => import('../organize/team/team-page.js'));
const InvitationPage = lazy(() => import('../organize/team/invitation-page.js'));
const ProgrammePage = lazy(() => import('../attend/player/programme-page.js'));
const SessionPage = lazy(() => import('../attend/session/session-page.js'));
const RegisterPage = lazy(() => import('../attend/registration/register-page.js'));
const TicketPage = lazy(() => import('../attend/registration/ticket-page.js'));
const DoorPage = lazy(() => import('../door/door-page.js'));
const PrivacyPage = lazy(() => import('../privacy/privacy-page.js'));
const SpeakLayout = lazy(() => import('../speak/speak-layout.js'));
const MySlotsPage = lazy(() => import('../speak/slots/my-slots-page.js'));
const ProfilePage = lazy(() => import('../speak/profile/profile-page.js'));
const AvailabilityPage = lazy(() => import('../speak/availability/availability-page.js'));
const ReleasesPage = lazy(() => import('../organize/releases/releases-page.js'));
const ReleasePage = lazy(() => import('../organize/releases/history/release-page.js'));
const ComparePage = lazy(() => import('../organize/releases/compare-page.js'));
const OrganizeRecordingsPage = lazy(() => import('../organize/recordings/recordings-page.js'));
const ControlRoomPage = lazy(() => import('../organize/control-room/control-room-page.js'));
const OrganizeStreamsPage = lazy(() => import('../organize/streams/streams-page.js'));
const AttendancePage = lazy(() => import('../organize/attendance/attendance-page.js'));
const OrganizeSpeakersPage = lazy(() => import('../organize/speakers/speakers-page.js'));

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
    <I18nProvider locale={i18n.language === 'fa' ? 'fa-IR' : format.locale}>
      <FormatContext value={format}>
        <ZoneProvider>
          <RouteCare />
          <Suspense fallback={<PagePlaceholder />}>
            <Routes>
              <Route path="/" element={<HomePage />} />
              <Route path="/sign-in" element={<SignInPage />} />
              <Route path="/welcome/:token" element={<WelcomePage />} />
              <Route path="/admin/outbox" element={<OutboxPage />} />
              <Route path="/account" element={<AccountPage />} />
              <Route path="/account/notifications" element={<PreferencesPage />} />
              <Route path="/account/privacy" element={<PrivacyPage />} />
              <Route path="/invitations/:token" element={<InvitationPage />} />
              <Route path="/:slug" element={<ConferenceLayout />}>
                <Route index element={<Navigate to="agenda" replace />} />
                <Route path="agenda" element={<AgendaPage />} />
                <Route path="grid" element={<GridPage />} />
                <Route path="now" element={<NowPage />} />
                <Route path="map" element={<MapPage />} />
                <Route path="mine" element={<MyAgendaPage />} />
                <Route path="programme" element={<ProgrammePage />} />
                <Route path="sessions/:sessionId" element={<SessionPage />} />
                <Route path="register" element={<RegisterPage />} />
                <Route path="ticket" element={<TicketPage />} />
                <Route path="door" element={<DoorPage />} />
                <Route path="speak" element={<SpeakLayout />}>
                  <Route index element={<MySlotsPage />} />
                  <Route path="profile" element={<ProfilePage />} />
                  <Route path="availability" element={<AvailabilityPage />} />
                </Route>
                <Route path="organize" element={<OrganizeLayout />}>
                  <Route index element={<Navigate to="cities" replace />} />
                  <Route path="board" element={<BoardPage />} />
                  <Route path="plan" element={<PlanPage />} />
                  <Route path="cities" element={<CitiesPage />} />
                  <Route path="cities/travel" element={<TravelPage />} />
                  <Route path="cities/:cityId" element={<CityPage />} />
                  <Route path="sessions" element={<SessionsPage />} />
                  <Route path="sessions/new" element={<NewSessionPage />} />
                  <Route path="sessions/:sessionId" element={<OrganizeSessionPage />} />
                  <Route path="live" element={<LiveDayPage />} />
                  <Route path="releases" element={<ReleasesPage />} />
                  <Route path="releases/compare" element={<ComparePage />} />
                  <Route path="releases/:number" element={<ReleasePage />} />
                  <Route path="tracks" element={<TracksPage />} />
                  <Route path="speakers" element={<OrganizeSpeakersPage />} />
                  <Route path="streams" element={<OrganizeStreamsPage />} />
                  <Route path="control-room" element={<ControlRoomPage />} />
                  <Route path="recordings" element={<OrganizeRecordingsPage />} />
                  <Route path="attendance" element={<AttendancePage />} />
                  <Route path="team" element={<TeamPage />} />
                  <Route path="settings" element={<SettingsPage />} />
                </Route>
                <Route path="*" element={<NotFoundPage />} />
              </Route>
              <Route path="*" element={<NotFoundPage />} />
            </Routes>
          </Suspense>
          <StepUpHost />
          <OpenFromPush />
          <ToastRegion closeLabel={t('app.close')} />
        </ZoneProvider>
      </FormatContext>
    </I18nProvider>
  );
}
