import type { Attendance, CheckInRequest, CheckInResult, CheckInResults, DoorList } from '@contract/attendance.js';
import type { Page } from '@contract/page.js';
import { askApi } from '../account/ask-api.js';

const pathOf = (slug: string): string => `/api/conferences/${encodeURIComponent(slug)}`;

/** Requests of a door. Each throws RequestRefused; its `problem` is null where the server could not be asked. */
export const readDoorList = async (slug: string, venueId: string): Promise<DoorList> => await askApi('GET', `${pathOf(slug)}/venues/${venueId}/door-list`);

export async function sendCheckIns(slug: string, venueId: string, device: string, items: readonly CheckInRequest[]): Promise<CheckInResult[]> {
  const { results } = await askApi<CheckInResults>('POST', `${pathOf(slug)}/check-ins`, { venueId, device, items });
  return results;
}

export const undoCheckIn = async (slug: string, id: string): Promise<void> => await askApi('DELETE', `${pathOf(slug)}/check-ins/${id}`);

export const readAttendance = async (slug: string): Promise<Attendance> => await askApi('GET', `${pathOf(slug)}/attendance`);

/** By handle, for spreadsheets. */
export const attendanceFile = (slug: string): string => `${pathOf(slug)}/attendance.csv`;

/** The venues at which the reader may stand. */
export async function readMyVenues(slug: string): Promise<{ id: string; name: string; cityId: string }[]> {
  return (await askApi<Page<{ id: string; name: string; cityId: string }>>('GET', `${pathOf(slug)}/venues?limit=500`)).items;
}
