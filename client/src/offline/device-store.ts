/** What people's pages keep on this device, each kind in a store of its own. */
export type DeviceStore = 'tickets' | 'door-lists' | 'door-queue';

const DATABASE = 'meridian-people';
const STORES: readonly DeviceStore[] = ['tickets', 'door-lists', 'door-queue'];
/** Raise it when what is kept changes its shape: what was kept is then dropped. */
const VERSION = 1;

/** The value kept under that key, or null: also where the browser keeps nothing, as in some private windows. */
export async function readKept<T>(store: DeviceStore, key: string): Promise<T | null> {
  return await inStore(store, 'readonly', async (kept) => ((await settled<unknown>(kept.get(key))) as T | undefined) ?? null, null);
}

export async function readAllKept<T>(store: DeviceStore): Promise<T[]> {
  return await inStore(store, 'readonly', async (kept) => (await settled<unknown[]>(kept.getAll())) as T[], []);
}

/** False where there was no space or no permission. */
export async function keepOnDevice(store: DeviceStore, key: string, value: unknown): Promise<boolean> {
  return await inStore(store, 'readwrite', async (kept) => (await settled(kept.put(value, key)), true), false);
}

export async function forgetKept(store: DeviceStore, key: string): Promise<void> {
  await inStore(store, 'readwrite', async (kept) => await settled(kept.delete(key)), undefined);
}

/** Everything of one kind. */
export async function forgetAllKept(store: DeviceStore): Promise<void> {
  await inStore(store, 'readwrite', async (kept) => await settled(kept.clear()), undefined);
}

async function inStore<T>(store: DeviceStore, mode: IDBTransactionMode, work: (kept: IDBObjectStore) => Promise<T>, otherwise: T): Promise<T> {
  try {
    const database = await open();
    const result = await work(database.transaction(store, mode).objectStore(store));
    database.close();
    return result;
  } catch {
    return otherwise;
  }
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, VERSION);
  request.onupgradeneeded = () => {
    for (const name of STORES) {
      if (request.result.objectStoreNames.contains(name)) request.result.deleteObjectStore(name);
      request.result.createObjectStore(name);
    }
  };
  return settled(request);
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the device kept nothing'));
  });
}
