import { QueryClient } from '@tanstack/react-query';
import type { OwnRegistration, RegistrationOffer, RegistrationWish, Ticket } from '@contract/attendance.js';
import { askApi, RequestRefused } from '../../account/ask-api.js';

const pathOf = (slug: string): string => `/api/conferences/${encodeURIComponent(slug)}`;

/** Shared by the pages of taking part, so that one knows what another has just read. */
export const attendanceQueries = new QueryClient({
  defaultOptions: { queries: { retry: (count, error) => count < 2 && (!(error instanceof RequestRefused) || error.problem === null), staleTime: 5_000 } },
});

export const readOffer = async (slug: string): Promise<RegistrationOffer> => await askApi('GET', `${pathOf(slug)}/registration-offer`);
export const readOwnRegistration = async (slug: string): Promise<OwnRegistration> => await askApi('GET', `${pathOf(slug)}/registration`);
export const wishRegistration = async (slug: string, wish: RegistrationWish): Promise<OwnRegistration> => await askApi('PUT', `${pathOf(slug)}/registration`, wish);
export const cancelRegistration = async (slug: string): Promise<OwnRegistration> => await askApi('DELETE', `${pathOf(slug)}/registration`);
export const replaceTicket = async (slug: string): Promise<void> => await askApi('POST', `${pathOf(slug)}/ticket/replacement`);

/** Null for who has none: not registered, or waiting. @throws RequestRefused */
export async function readTicket(slug: string): Promise<Ticket | null> {
  try {
    return await askApi<Ticket>('GET', `${pathOf(slug)}/ticket`);
  } catch (error) {
    if (error instanceof RequestRefused && error.code === 'not-found') return null;
    throw error;
  }
}
