import type { MailText } from '../mail-templates.js';

export interface EraseCodeParams {
  code: string;
  minutes: number;
}

export function eraseCodeMail(language: string, { code, minutes }: EraseCodeParams): MailText {
  if (language.startsWith('fa')) {
    return {
      subject: `کد پاک کردن حساب شما: ${code}`,
      text:
        `برای پاک کردن همیشگی حساب و همهٔ داده‌هایتان، این کد را وارد کنید: ${code}\n\n` +
        `این کد ${minutes.toLocaleString('fa-IR')} دقیقه کار می‌کند. اگر شما درخواست نکرده‌اید، کد را به کسی ندهید و نشست‌های باز حسابتان را ببندید.`,
    };
  }
  return {
    subject: `Your code to erase your account: ${code}`,
    text:
      `To erase your account and everything stored about you, for good, type this code: ${code}\n\n` +
      `It works for ${minutes} minutes. If you did not ask for it, give it to nobody, and sign out the sessions of your account that are not yours.`,
  };
}
