import type { MailText } from '../mail-templates.js';

export interface SpeakerInvitationParams {
  speaker: string;
  conference: string;
  /** Absolute address of the link. */
  link: string;
}

export function speakerInvitationMail(language: string, { speaker, conference, link }: SpeakerInvitationParams): MailText {
  if (language.startsWith('fa')) {
    return {
      subject: `دعوت به سخنرانی: ${conference}`,
      text:
        `${speaker} گرامی،\n\nشما در «${conference}» سخنران هستید. با این پیوند وارد شوید تا زمان‌های خود را ببینید و تأیید کنید:\n\n${link}\n\n` +
        `این پیوند ۳۰ روز و تنها یک بار کار می‌کند. هر که آن را داشته باشد می‌تواند به نام شما وارد شود؛ آن را به کسی ندهید.`,
    };
  }
  return {
    subject: `You speak at ${conference}`,
    text:
      `Dear ${speaker},\n\nyou are a speaker of ${conference}. Open this link to see your slots and to say whether they suit you:\n\n${link}\n\n` +
      `It works for 30 days, once. Whoever has it can join in your name, so do not pass it on.`,
  };
}
