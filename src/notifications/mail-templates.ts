import { eraseCodeMail } from './templates/erase-code.js';
import { followedSessionMovedMail } from './templates/followed-session-moved.js';
import { followedSessionSoonMail } from './templates/followed-session-soon.js';
import { movedUpMail } from './templates/moved-up.js';
import { signInMail } from './templates/sign-in.js';
import { slotAnsweredMail } from './templates/slot-answered.js';
import { slotChangedMail } from './templates/slot-changed.js';
import { speakerInvitationMail } from './templates/speaker-invitation.js';
import { speakerReminderMail } from './templates/speaker-reminder.js';
import { teamInvitationMail } from './templates/team-invitation.js';

/** A mail in plain text, in the reader's language where there is one. */
export interface MailText {
  subject: string;
  text: string;
}

/** Every mail that Meridian sends. A new one is a file in templates/ and a line here. */
export const MAIL_TEMPLATES = {
  'sign-in': signInMail,
  'team-invitation': teamInvitationMail,
  'speaker-invitation': speakerInvitationMail,
  'speaker-reminder': speakerReminderMail,
  'moved-up': movedUpMail,
  'slot-changed': slotChangedMail,
  'slot-answered': slotAnsweredMail,
  'followed-session-moved': followedSessionMovedMail,
  'followed-session-soon': followedSessionSoonMail,
  'erase-code': eraseCodeMail,
} as const satisfies Record<string, (language: string, params: never) => MailText>;

export type MailTemplate = keyof typeof MAIL_TEMPLATES;
export type MailParams<T extends MailTemplate> = Parameters<(typeof MAIL_TEMPLATES)[T]>[1];
