import type { Availability, MySlots, NewAvailability, NewSlotAnswer, SpeakerFeed, SpeakerProfile, SpeakerProfilePatch } from '@contract/speaking.js';
import type { Problem } from '@contract/problem.js';
import { askApi, RequestRefused } from '../account/ask-api.js';

const base = (slug: string): string => `/api/conferences/${encodeURIComponent(slug)}`;

export const readMySlots = async (slug: string): Promise<MySlots> => await askApi('GET', `${base(slug)}/my-slots`);
export const answerSlot = async (slug: string, sessionId: string, answer: NewSlotAnswer): Promise<MySlots> =>
  await askApi('POST', `${base(slug)}/my-slots/${sessionId}/answer`, answer);
export const undoAnswer = async (slug: string, sessionId: string): Promise<MySlots> => await askApi('DELETE', `${base(slug)}/my-slots/${sessionId}/answer`);

export const readProfile = async (slug: string): Promise<SpeakerProfile> => await askApi('GET', `${base(slug)}/my-profile`);
export const saveProfile = async (slug: string, patch: SpeakerProfilePatch): Promise<SpeakerProfile> => await askApi('PATCH', `${base(slug)}/my-profile`, patch);
export const removePhoto = async (slug: string): Promise<SpeakerProfile> => await askApi('DELETE', `${base(slug)}/my-profile/photo`);
/** The hash makes another photo another address: a browser does not show the old one. */
export const photoAddress = (slug: string, hash: string): string => `${base(slug)}/my-profile/photo?${hash.slice(0, 12)}`;

/** @throws RequestRefused */
export async function putPhoto(slug: string, file: File): Promise<SpeakerProfile> {
  const response = await fetch(`${base(slug)}/my-profile/photo`, { method: 'PUT', body: file }).catch(() => null);
  if (response === null) throw new RequestRefused(null, 'the server did not answer');
  const answer: unknown = await response.json();
  if (!response.ok) throw new RequestRefused(answer as Problem, `the photo was refused with ${response.status}`);
  return answer as SpeakerProfile;
}

export const readAvailability = async (slug: string): Promise<Availability> => await askApi('GET', `${base(slug)}/my-availability`);
export const saveAvailability = async (slug: string, input: NewAvailability): Promise<Availability> => await askApi('PUT', `${base(slug)}/my-availability`, input);

export const readFeed = async (slug: string): Promise<SpeakerFeed> => await askApi('GET', `${base(slug)}/my-feed`);
export const renewFeed = async (slug: string): Promise<SpeakerFeed> => await askApi('POST', `${base(slug)}/my-feed`);
export const revokeFeed = async (slug: string): Promise<SpeakerFeed> => await askApi('DELETE', `${base(slug)}/my-feed`);
