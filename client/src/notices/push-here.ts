import type { PushState } from '@contract/push.js';
import { askApi } from '../account/ask-api.js';

/** Whether this browser on this device is told by push. */
export type PushHere =
  /** The browser cannot. */
  | 'unsupported'
  /** It could, if the page had come by https. */
  | 'insecure'
  /** The reader told the browser not to ask them. */
  | 'blocked'
  | 'off'
  | 'on';

const isSupported = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

/** As the browser and the server both say: `on` only where they agree. @throws RequestRefused */
export async function readPushHere(): Promise<PushHere> {
  if (!isSecureContext) return 'insecure';
  if (!isSupported()) return 'unsupported';
  if ((await readPermission()) === 'denied') return 'blocked';
  const [subscription, state] = await Promise.all([subscriptionHere(), readState()]);
  return state.isOn && subscription !== null && keyOf(subscription) === state.publicKey ? 'on' : 'off';
}

/** Asks the reader for leave, through the browser: only where they pressed something. @throws RequestRefused; what the browser throws */
export async function turnPushOn(): Promise<void> {
  if ((await Notification.requestPermission()) !== 'granted') return;
  const { publicKey } = await readState();
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const old = await pushManager.getSubscription();
  // made for other keys of the server: it would never be told anything
  if (old !== null && keyOf(old) !== publicKey) await old.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = subscription.toJSON();
  await askApi('PUT', '/api/me/push', { endpoint, keys: { p256dh: keys?.['p256dh'], auth: keys?.['auth'] } });
}

/** @throws RequestRefused */
export async function turnPushOff(): Promise<void> {
  await askApi('DELETE', '/api/me/push');
  await endPushHere();
}

/** The browser forgets it; the server did, or does with the session. */
export async function endPushHere(): Promise<void> {
  try {
    if (isSupported()) await (await subscriptionHere())?.unsubscribe();
  } catch {
    // its push service is not to be reached: nobody sends anything there any more
  }
}

/** What the reader told the browser of this site. Some browsers say it here alone, or there alone. */
async function readPermission(): Promise<PermissionState | NotificationPermission> {
  try {
    return (await navigator.permissions.query({ name: 'notifications' })).state;
  } catch {
    return Notification.permission;
  }
}

const readState = async (): Promise<PushState> => await askApi<PushState>('GET', '/api/me/push');

async function subscriptionHere(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** The server's key that a subscription was made for, in base64url. */
function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
