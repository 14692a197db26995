/** Lets the pages open without a network from now on. Only of a built client: a development server's files change. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  // after everything that the first view needs: the worker reads all files of the client
  addEventListener('load', () => {
    setTimeout(() => void navigator.serviceWorker.register('/sw.js').catch(() => undefined), 3_000);
  });
}
