/** What we use of a service worker's scope: the compiler's own types of it do not go together with those of a page. */
export interface WorkerScope {
  readonly caches: CacheStorage;
  readonly location: { origin: string };
  readonly clients: { claim: () => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install' | 'activate', listener: (event: LifeEvent) => void) => void) &
    ((type: 'fetch', listener: (event: FetchedEvent) => void) => void);
}

export interface LifeEvent {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface FetchedEvent extends LifeEvent {
  readonly request: Request;
  respondWith: (response: Promise<Response>) => void;
}
