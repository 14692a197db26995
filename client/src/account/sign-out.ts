import { forgetAllKept } from '../offline/device-store.js';
import { leaveFollowed } from '../follow/followed-base.js';
import { endPushHere } from '../notices/push-here.js';
import { askApi } from './ask-api.js';
import { refreshMe } from './me-store.js';

/** Whoever uses the device next finds no ticket, no door’s list and nothing that the account followed on it, and is not told by push. @throws RequestRefused */
export async function signOut(): Promise<void> {
  await askApi('POST', '/api/sign-out');
  await Promise.all([forgetAllKept('tickets'), forgetAllKept('door-lists')]);
  leaveFollowed();
  await endPushHere();
  await refreshMe();
}
