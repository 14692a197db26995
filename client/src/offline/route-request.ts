/** How the service worker answers a request. */
export type Route =
  /** From the files kept when this version was installed; else from the network. */
  | 'kept-file'
  /** The page itself: from the network, or the kept one without it. */
  | 'page'
  /** An agenda or its texts: from the network, or as last read without it. */
  | 'agenda'
  /** Not ours: the browser asks as it would without us. */
  | 'leave';

const AGENDA = /^\/api\/conferences\/[^/]+\/agenda(?:\/texts)?$/;
const SERVED = /^\/(?:api|socket\.io|streams|health|metrics)(?:\/|$)/;

/** Only what may be kept is ever kept: no other answer of the API, and nothing of another origin. */
export function routeRequest(request: { method: string; mode: string; url: string }, origin: string): Route {
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== origin) return 'leave';
  if (AGENDA.test(url.pathname) && url.search === '') return 'agenda';
  if (SERVED.test(url.pathname)) return 'leave';
  return request.mode === 'navigate' ? 'page' : 'kept-file';
}
