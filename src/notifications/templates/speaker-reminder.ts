import type { MailText } from '../mail-templates.js';

export interface SpeakerReminderParams {
  speaker: string;
  conference: string;
  /** `startsAt` is an instant, `zone` the venue's. */
  slots: { title: string; startsAt: string; zone: string; city: string }[];
  /** Absolute address of "My slots". */
  link: string;
}

export function speakerReminderMail(language: string, { speaker, conference, slots, link }: SpeakerReminderParams): MailText {
  const persian = language.startsWith('fa');
  const list = slots.map((slot) => `– ${slot.title}\n  ${when(persian ? 'fa' : 'en-GB', slot)}`).join('\n');
  if (persian) {
    return {
      subject: `چشم‌به‌راه پاسخ شما: ${conference}`,
      text: `${speaker} گرامی،\n\nهنوز نگفته‌اید که این زمان‌ها برای شما مناسب است یا نه:\n\n${list}\n\nاینجا پاسخ دهید:\n\n${link}`,
    };
  }
  return {
    subject: `Your answer is missing: ${conference}`,
    text: `Dear ${speaker},\n\nyou have not said yet whether these slots suit you:\n\n${list}\n\nPlease answer here:\n\n${link}`,
  };
}

function when(locale: string, { startsAt, zone, city }: SpeakerReminderParams['slots'][number]): string {
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone: zone }).format(new Date(startsAt));
  return `${time} (${city}, ${zone})`;
}
