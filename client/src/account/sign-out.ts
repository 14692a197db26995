import { forgetPlaces } from '../attend/replay/kept-places.js';
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

/** Whoever uses the device next finds no ticket, no door’s list, nothing that the account followed and no place in a recording on it, and is not told by push. */
export async function leaveDevice(): Promise<void> {
  leaveFollowed();
  forgetPlaces();
  await Promise.all([forgetAllKept('tickets'), forgetAllKept('door-lists'), endPushHere()]);
}
