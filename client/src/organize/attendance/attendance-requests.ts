import type { Attendance, Attendees } from '@contract/attendance.js';
import { askApi } from '../../account/ask-api.js';

const base = (slug: string): string => `/api/conferences/${encodeURIComponent(slug)}`;

export const readCounts = async (slug: string): Promise<Attendance> => await askApi('GET', `${base(slug)}/attendance`);

export interface AttendeeSearch {
  /** A part of a handle, or a short code. */
  q: string;
  /** A venue's id, or `remote`; empty: everywhere. */
  at: string;
}

/** @param after the `next` of the page before; empty: from the first on */
export async function readAttendees(slug: string, { q, at }: AttendeeSearch, after: string): Promise<Attendees> {
  const wanted = Object.entries({ q, at, after }).filter(([, value]) => value !== '');
  return await askApi('GET', `${base(slug)}/attendees?${new URLSearchParams([['limit', '50'], ...wanted]).toString()}`);
}

export const revokeTicket = async (slug: string, ticketId: string): Promise<void> => await askApi('POST', `${base(slug)}/tickets/${ticketId}/revocation`);
export const renewTicket = async (slug: string, registrationId: string): Promise<void> => await askApi('POST', `${base(slug)}/attendees/${registrationId}/ticket`);
export const openOrClose = async (slug: string, registration: 'open' | 'closed'): Promise<void> => await askApi('PATCH', base(slug), { registration });
