import { forgetAllKept } from '../offline/device-store.js';
import { askApi } from './ask-api.js';
import { refreshMe } from './me-store.js';

/** Whoever uses the device next finds no ticket and no door’s list on it. @throws RequestRefused */
export async function signOut(): Promise<void> {
  await askApi('POST', '/api/sign-out');
  await Promise.all([forgetAllKept('tickets'), forgetAllKept('door-lists')]);
  await refreshMe();
}
