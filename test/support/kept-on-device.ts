import type { Page } from 'playwright-core';

/** Resolves when all that a visit without a network needs is kept: the client's files by its worker, the agenda with its texts. */
export async function keptOnDevice(page: Page, slug: string): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.waitForFunction(async (key) => {
    // opening it before the page has made it would make an empty one
    if (!(await indexedDB.databases()).some((database) => database.name === 'meridian')) return false;
    const settled = async <T>(request: IDBRequest<T>): Promise<T> =>
      await new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('the copy could not be read'));
      });
    const database = await settled(indexedDB.open('meridian'));
    const copy = (await settled(database.transaction('agendas').objectStore('agendas').get(key))) as { texts: unknown } | undefined;
    database.close();
    return copy?.texts != null;
  }, slug);
}
