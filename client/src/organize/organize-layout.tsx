import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Navigate, Outlet, useLocation, useParams } from 'react-router';
import { RequestRefused } from '../account/ask-api.js';
import { useMe } from '../account/use-me.js';
import NotFoundPage from '../app/not-found-page.js';
import { PagePlaceholder } from '../app/page-placeholder.js';
import { OrganizeNav } from './organize-nav.js';
import styles from './organize.module.css';
import { reachIn } from './reach.js';

const client = new QueryClient({
  defaultOptions: { queries: { retry: (failures, error) => failures < 1 && !(error instanceof RequestRefused && error.problem !== null) } },
});

/** The organizers' screens. Whoever has no role here finds no page here; what a role reaches is the server's to say. */
export default function OrganizeLayout() {
  const { slug = '' } = useParams();
  const { pathname } = useLocation();
  const me = useMe();
  if (me.phase === 'loading') return <PagePlaceholder />;
  // whose session ended comes back to where they were
  if (me.phase === 'anonymous') return <Navigate to={`/sign-in?returnTo=${encodeURIComponent(pathname)}`} replace />;
  const reach = reachIn(me, slug);
  if (reach === 'none') return <NotFoundPage />;
  return (
    <QueryClientProvider client={client}>
      <div className={`${styles.page} ${/\/organize\/(board|control-room)$/.test(pathname) ? styles.wide : ''}`}>
        <OrganizeNav slug={slug} isOfAll={reach === 'everything'} />
        <Outlet />
      </div>
    </QueryClientProvider>
  );
}
