import type { Agenda, AgendaTexts } from '@contract/agenda.js';
import { pathOf } from './agenda-requests.js';

/** What is kept of a conference on this device, so that its pages open without a network. */
export interface DeviceCopy {
  agenda: Agenda;
  texts: AgendaTexts | null;
  /** Epoch milliseconds: until then every change was known. */
  heardAt: number;
}

/** What a page kept or was answered that knew of fewer things than this one: as if there were none of them. */
export const completed = (agenda: Agenda): Agenda => ({ ...agenda, channels: (agenda as Partial<Agenda>).channels ?? {} });

/** Whether it was made by such a page: then the server's answer says more, also at the same revision. */
export const isIncomplete = (agenda: Agenda): boolean => (agenda as Partial<Agenda>).channels === undefined;

/** The cache in which the service worker keeps agendas, which outlive a version of the page. */
export const KEPT_ANSWERS = 'meridian-agendas-1';

const DATABASE = 'meridian';
const STORE = 'agendas';
/** Raise it when what is kept changes its shape: older copies are then dropped. */
const VERSION = 2;

/** The copy kept last, or null: also where the browser keeps nothing, as in some private windows. */
export async function readCopy(slug: string): Promise<DeviceCopy | null> {
  try {
    const database = await open();
    const found = await settled<unknown>(database.transaction(STORE).objectStore(STORE).get(slug));
    database.close();
    return (found as DeviceCopy | undefined) ?? null;
  } catch {
    return null;
  }
}

export async function writeCopy(slug: string, copy: DeviceCopy): Promise<void> {
  try {
    const database = await open();
    await settled(database.transaction(STORE, 'readwrite').objectStore(STORE).put(copy, slug));
    database.close();
  } catch {
    // no space or no permission: the page works, only not offline
  }
}

/** What the service worker keeps goes with it: see service-worker.ts. */
export async function forgetCopy(slug: string): Promise<void> {
  await Promise.allSettled([forgetStored(slug), forgetAnswers(slug)]);
}

async function forgetStored(slug: string): Promise<void> {
  const database = await open();
  await settled(database.transaction(STORE, 'readwrite').objectStore(STORE).delete(slug));
  database.close();
}

async function forgetAnswers(slug: string): Promise<void> {
  const answers = await caches.open(KEPT_ANSWERS);
  await Promise.all([pathOf(slug), `${pathOf(slug)}/texts`].map(async (path) => await answers.delete(path)));
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => {
    const database = request.result;
    if (database.objectStoreNames.contains(STORE)) database.deleteObjectStore(STORE);
    database.createObjectStore(STORE);
  };
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device copy could not be used'));
  });
}
