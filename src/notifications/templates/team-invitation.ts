import type { MailText } from '../mail-templates.js';

export interface TeamInvitationParams {
  conference: string;
  role: 'administrator' | 'organizer' | 'city-host' | 'stage-crew' | 'moderator';
  /** The city or venue, where the role is held at one. */
  place: string | null;
  /** Absolute address. */
  link: string;
  days: number;
}

const ROLES = {
  en: { administrator: 'administrator', organizer: 'organizer', 'city-host': 'city host', 'stage-crew': 'stage crew', moderator: 'moderator' },
  fa: { administrator: 'مدیر سامانه', organizer: 'برگزارکننده', 'city-host': 'میزبان شهر', 'stage-crew': 'گروه صحنه', moderator: 'گرداننده' },
} as const;

export function teamInvitationMail(language: string, { conference, role, place, link, days }: TeamInvitationParams): MailText {
  if (language.startsWith('fa')) {
    const what = `${ROLES.fa[role]}${place === null ? '' : ` (${place})`}`;
    return {
      subject: `دعوت به همکاری در «${conference}»`,
      text:
        `شما به‌عنوان ${what} به همکاری در «${conference}» دعوت شده‌اید.\n\nبرای پذیرفتن، این پیوند را باز کنید و با همین نشانی رایانامه وارد شوید:\n\n${link}\n\n` +
        `پیوند ${days.toLocaleString('fa-IR')} روز و تنها یک بار کار می‌کند. اگر انتظار این دعوت را نداشتید، کاری لازم نیست.`,
    };
  }
  const what = `${ROLES.en[role]}${place === null ? '' : ` (${place})`}`;
  return {
    subject: `You are invited to work on “${conference}”`,
    text:
      `You are invited to work on “${conference}” as ${what}.\n\nTo accept, open this link and sign in with this e-mail address:\n\n${link}\n\n` +
      `It works for ${days} days, once. If you did not expect it, there is nothing to do.`,
  };
}
