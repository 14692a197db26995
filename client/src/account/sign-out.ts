import { leaveFollowed } from '../follow/followed-base.js';
import { endPushHere } from '../notices/push-here.js';
import { forgetAllKept } from '../offline/device-store.js';
import { askApi } from './ask-api.js';
import { refreshMe } from './me-store.js';

/** @throws RequestRefused */
export async function signOut(): Promise<void> {
  await askApi('POST', '/api/sign-out');
  await leaveDevice();
  await refreshMe();
}

/** Whoever uses the device next finds no ticket, no door’s list and nothing that the account followed on it, and is not told by push. */
export async function leaveDevice(): Promise<void> {
  leaveFollowed();
  await Promise.all([forgetAllKept('tickets'), forgetAllKept('door-lists'), endPushHere()]);
}
