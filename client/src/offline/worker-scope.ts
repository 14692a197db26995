import type { ShownPush } from './shown-push.js';

/** What we use of a service worker's scope: the compiler's own types of it do not go together with those of a page. */
export interface WorkerScope {
  readonly caches: CacheStorage;
  readonly location: { origin: string };
  readonly clients: {
    claim: () => Promise<void>;
    matchAll: (options: { type: 'window'; includeUncontrolled: boolean }) => Promise<readonly OpenPage[]>;
    openWindow: (path: string) => Promise<unknown>;
  };
  readonly registration: { showNotification: (title: string, options: ShownPush['options']) => Promise<void> };
  skipWaiting: () => Promise<void>;
  addEventListener: ((type: 'install' | 'activate', listener: (event: LifeEvent) => void) => void) &
    ((type: 'fetch', listener: (event: FetchedEvent) => void) => void) &
    ((type: 'push', listener: (event: PushedEvent) => void) => void) &
    ((type: 'notificationclick', listener: (event: ClickedEvent) => void) => void);
}

export interface LifeEvent {
  waitUntil: (work: Promise<unknown>) => void;
}

export interface FetchedEvent extends LifeEvent {
  readonly request: Request;
  respondWith: (response: Promise<Response>) => void;
}

/** A tab of this site. */
export interface OpenPage {
  readonly focused: boolean;
  readonly visibilityState: DocumentVisibilityState;
  focus: () => Promise<unknown>;
  postMessage: (message: OpenMessage) => void;
}

/** Said to a page: show this, as if its reader had pressed a link to it. */
export interface OpenMessage {
  open: string;
}

export interface PushedEvent extends LifeEvent {
  readonly data: { text: () => string } | null;
}

export interface ClickedEvent extends LifeEvent {
  readonly notification: { readonly data: { path?: unknown } | null; close: () => void };
}
