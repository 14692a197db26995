import type { Browser, BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import type { PushPayload, PushSubscription } from '../../src/contract/push.js';
import { notify } from '../../src/notifications/notify.js';
import { SEALING, type Sealing } from '../../src/platform/sealing/sealing.js';
import { aConference, type BuiltConference } from '../support/a-conference.js';
import { aPerson, type Person } from '../support/a-person.js';
import { aPushService, type PushService } from '../support/a-push-service.js';
import { anApp, type RunningApp } from '../support/an-app.js';
import { aBrowser } from '../support/browser.js';
import { aDatabase, type TestDatabase } from '../support/test-database.js';
import { mustBeSound } from '../support/must-be-sound.js';

let database: TestDatabase;
let running: RunningApp;
let browser: Browser;
let service: PushService;
let conference: BuiltConference;
beforeAll(async () => {
  database = await aDatabase();
  service = await aPushService();
  [running, browser] = await Promise.all([anApp(database, { environment: { MERIDIAN_PUSH_LOOPBACK: '1' } }), aBrowser()]);
  conference = await aConference('open-skies').withCity('Lyon').withRoom('Ampère').withSession('The quiet city', { room: 'Ampère', startsAt: '2026-11-25T09:00:00Z' }).build(database.source);
});
afterAll(async () => {
  await browser.close();
  await running.close();
  await service.close();
  await database.drop();
});

async function aContextOf({ cookie }: Person, allowed: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 390, height: 800 }, locale: 'en-GB' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url: running.url, httpOnly: true, sameSite: 'Lax' }]);
  if (allowed) await context.grantPermissions(['notifications'], { origin: running.url });
  return context;
}

/** This Chromium has no push service behind it: ours stands in for it, and the browser's half of the subscription is what it says. */
async function giveSubscription(context: BrowserContext, subscription: PushSubscription): Promise<void> {
  await context.addInitScript((given) => {
    const held = {
      of: (key: string) => ({
        options: { applicationServerKey: Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)).buffer },
        toJSON: () => given,
        unsubscribe: () => {
          localStorage.removeItem('subscribed');
          return Promise.resolve(true);
        },
      }),
    };
    Object.assign(PushManager.prototype, {
      subscribe: ({ applicationServerKey }: { applicationServerKey: string }) => {
        localStorage.setItem('subscribed', applicationServerKey);
        return Promise.resolve(held.of(applicationServerKey));
      },
      getSubscription: () => {
        const key = localStorage.getItem('subscribed');
        return Promise.resolve(key === null ? null : held.of(key));
      },
    });
  }, subscription);
}

/** Hands a message to the service worker, as the browser does when its push service has one. */
async function deliver(page: Page, payload: PushPayload): Promise<void> {
  const devtools: CDPSession = await page.context().newCDPSession(page);
  const registrationId = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) resolve(first.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  await devtools.send('ServiceWorker.deliverPushMessage', { origin: running.url, registrationId: await registrationId, data: JSON.stringify(payload) });
}

interface ShownNotification {
  title: string;
  options: { body: string; tag: string; lang: string; dir: string; icon: string; data: { path: string } };
}

/** This Chromium shows no notifications, whatever it is granted: what it is asked to show is written down in its stead. Returns how to read it, once there is something. */
async function catchNotifications(worker: Worker): Promise<() => Promise<ShownNotification[]>> {
  await worker.evaluate(() => {
    const scope = globalThis as unknown as { shown: ShownNotification[]; someShown: Promise<void>; registration: object };
    scope.shown = [];
    scope.someShown = new Promise((resolve) => {
      Object.assign(scope.registration, {
        showNotification: (title: string, options: ShownNotification['options']) => {
          scope.shown.push({ title, options });
          resolve();
          return Promise.resolve();
        },
      });
    });
  });
  return async () => await worker.evaluate(async () => {
    const { shown, someShown } = globalThis as unknown as { shown: ShownNotification[]; someShown: Promise<void> };
    await someShown;
    return shown;
  });
}

/** The press on a notification, as the worker is told of it. */
async function press(worker: Worker, { options }: ShownNotification): Promise<void> {
  await worker.evaluate(async (data) => {
    const work: Promise<unknown>[] = [];
    const event = Object.assign(new Event('notificationclick'), { notification: { data, close: () => undefined }, waitUntil: (one: Promise<unknown>) => work.push(one) });
    dispatchEvent(event);
    await Promise.all(work);
  }, options.data);
}

const count = async (): Promise<number> => (await database.source.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM push_subscription`))[0].count;

it('is turned on by a press, tells a device of a moved slot, leads to the right page, and ends at signing out', async () => {
  const speaker = await aPerson(running.app);
  const subscription = service.subscribe();
  const context = await aContextOf(speaker, true);
  await giveSubscription(context, subscription);
  const page = await context.newPage();
  await page.goto(`${running.url}/account/notifications`);
  await page.getByText('Push is off on this device').waitFor();
  await mustBeSound(page);
  await page.getByRole('button', { name: 'Turn push on' }).press('Enter');
  await page.getByText('This device is told by push').waitFor();
  expect(await count()).toBe(1);

  await database.source.transaction(
    async (tx) =>
      await notify(tx, running.app.get<Sealing>(SEALING), {
        accountIds: [speaker.accountId],
        kind: 'followed-session-moved',
        conferenceId: conference.id,
        params: { conference: 'Open Skies', slug: 'open-skies', session: 'The quiet city', sessionId: conference.sessions['The quiet city'], what: 'cancelled' },
        mail: {
          template: 'followed-session-moved',
          params: { conference: 'Open Skies', session: 'The quiet city', what: 'cancelled', startsAt: null, zone: 'Europe/Paris', room: null, link: running.url, choose: running.url },
        },
      }),
  );
  await service.hasReceived(subscription);
  const [received] = service.received(subscription);
  await page.getByRole('link', { name: 'Meridian' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  // it is registered a while after the page is there
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const shown = await catchNotifications(worker);
  await deliver(page, received!.payload);
  const [notification, ...more] = await shown();
  const path = `/open-skies/sessions/${conference.sessions['The quiet city']}`;
  expect([notification, more]).toEqual([
    {
      title: 'Open Skies',
      options: { body: 'A session you follow was cancelled: The quiet city', tag: received!.payload.tag, lang: 'en', dir: 'ltr', icon: '/favicon.svg', data: { path } },
    },
    [],
  ]);
  await press(worker, notification!);
  await page.waitForURL(`**${path}`);
  await page.getByRole('heading', { level: 1, name: 'The quiet city' }).waitFor();
  expect(await page.evaluate(() => 'notReloaded' in window)).toBe(true);

  await page.goto(`${running.url}/account`);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { name: 'Sign in', level: 1 }).waitFor();
  expect([await count(), await page.evaluate(() => localStorage.getItem('subscribed'))]).toEqual([0, null]);
  await context.close();
});

it('says so where the browser blocks it, and asks nothing unasked', async () => {
  const context = await aContextOf(await aPerson(running.app), false);
  await context.addInitScript(() => {
    navigator.permissions.query = () => Promise.resolve({ state: 'denied' } as PermissionStatus);
    Notification.requestPermission = () => {
      throw new Error('asked without a press');
    };
  });
  const page = await context.newPage();
  await page.goto(`${running.url}/account/notifications`);
  await page.getByText('Your browser blocks notifications of this site.').waitFor();
  expect(await page.getByRole('button', { name: /Turn push/ }).count()).toBe(0);
  await mustBeSound(page);
  await context.close();
});

it('says so where the browser cannot', async () => {
  const context = await aContextOf(await aPerson(running.app), false);
  await context.addInitScript(() => Reflect.deleteProperty(window, 'PushManager'));
  const page = await context.newPage();
  await page.goto(`${running.url}/account/notifications`);
  await page.getByText('This browser cannot be told by push.').waitFor();
  await context.close();
});
