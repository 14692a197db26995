import type { AllAnswers, ReminderReceipt, ReminderSchedule, TechnicalNote } from '@contract/speaking.js';
import { askApi } from '../../account/ask-api.js';

const base = (slug: string): string => `/api/conferences/${encodeURIComponent(slug)}`;

export const readAnswers = async (slug: string): Promise<AllAnswers> => await askApi('GET', `${base(slug)}/speakers/answers`);
export const inviteSpeaker = async (slug: string, id: string, email: string): Promise<void> => await askApi('POST', `${base(slug)}/speakers/${id}/invitation`, { email });
export const resendInvitation = async (slug: string, id: string): Promise<void> => await askApi('POST', `${base(slug)}/speakers/${id}/invitation/resend`);
/** Everyone who has not answered, where no speaker is named. */
export const remind = async (slug: string, speakerId?: string): Promise<ReminderReceipt> =>
  await askApi('POST', `${base(slug)}/speakers/reminders`, speakerId === undefined ? {} : { speakerId });
export const readSchedule = async (slug: string): Promise<ReminderSchedule> => await askApi('GET', `${base(slug)}/speakers/reminder-schedule`);
export const saveSchedule = async (slug: string, daysBefore: readonly number[]): Promise<ReminderSchedule> =>
  await askApi('PUT', `${base(slug)}/speakers/reminder-schedule`, { daysBefore });

/** Notes stand with a session, or with a room for all who speak there. */
export type NotePath = `sessions/${string}` | `rooms/${string}`;
export const readNote = async (slug: string, path: NotePath): Promise<TechnicalNote> => await askApi('GET', `${base(slug)}/${path}/technical-note`);
export const saveNote = async (slug: string, path: NotePath, text: string): Promise<TechnicalNote> => await askApi('PUT', `${base(slug)}/${path}/technical-note`, { text });
