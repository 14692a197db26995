import type { READ_AT_HEADER } from './live/agenda-requests.js';
import type { KEPT_ANSWERS } from './live/device-copy.js';
import { routeRequest } from './offline/route-request.js';
import { ownPath, readPush } from './offline/shown-push.js';
import type { WorkerScope } from './offline/worker-scope.js';

/** Put in by build/precache-plugin.ts: the files of this version, by path. */
declare const __PRECACHE__: { version: string; files: string[] };

// types only: a worker that shares a module with the page would have to import its file
const readAtHeader: typeof READ_AT_HEADER = 'x-meridian-read-at';

const worker = self as unknown as WorkerScope;
const { version, files } = __PRECACHE__;
const FILES = `meridian-files-${version}`;
const AGENDAS: typeof KEPT_ANSWERS = 'meridian-agendas-1';

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await worker.caches.open(FILES);
      await cache.addAll(files.map((path) => new Request(path, { cache: path === '/' ? 'reload' : 'default' })));
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await worker.caches.keys();
      const old = names.filter((name) => name.startsWith('meridian-') && name !== FILES && name !== AGENDAS);
      await Promise.all(old.map((name) => worker.caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  switch (routeRequest(request, worker.location.origin)) {
    case 'page':
      event.respondWith(fetch(request).catch(() => kept(FILES, '/')));
      break;
    case 'kept-file':
      event.respondWith(fromFiles(request));
      break;
    case 'agenda':
      event.respondWith(readAgenda(event));
      break;
    case 'leave':
      break;
  }
});

worker.addEventListener('push', (event) => {
  const { title, options } = readPush(event.data?.text() ?? null);
  event.waitUntil(worker.registration.showNotification(title, options));
});

worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(ownPath(event.notification.data?.path)));
});

/** In the page that the reader looks at, without loading it anew; in a new one where none is open. */
async function open(path: string): Promise<void> {
  const pages = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const page = pages.find(({ focused }) => focused) ?? pages.find(({ visibilityState }) => visibilityState === 'visible') ?? pages[0];
  if (page === undefined) return void (await worker.clients.openWindow(path));
  page.postMessage({ open: path });
  // a browser may keep its windows where they are
  await page.focus().catch(() => undefined);
}

async function fromFiles(request: Request): Promise<Response> {
  const cache = await worker.caches.open(FILES);
  return (await cache.match(request)) ?? fetch(request);
}

async function readAgenda(event: { request: Request; waitUntil: (work: Promise<unknown>) => void }): Promise<Response> {
  try {
    const response = await fetch(event.request);
    if (response.ok) event.waitUntil(keep(event.request, response.clone()));
    return response;
  } catch {
    return kept(AGENDAS, event.request);
  }
}

/** Keeps an answer with the time when it was true, for the page to say so. */
async function keep(request: Request, response: Response): Promise<void> {
  const headers = new Headers(response.headers);
  headers.set(readAtHeader, String(Date.now()));
  // the body is plain by now: what it was sent in no longer applies
  headers.delete('content-encoding');
  headers.delete('content-length');
  const cache = await worker.caches.open(AGENDAS);
  await cache.put(request.url, new Response(response.body, { status: 200, headers }));
}

async function kept(name: string, request: Request | string): Promise<Response> {
  const cache = await worker.caches.open(name);
  return (await cache.match(typeof request === 'string' ? request : request.url)) ?? Response.error();
}
