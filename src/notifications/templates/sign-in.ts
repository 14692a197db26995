import type { MailText } from '../mail-templates.js';

export interface SignInParams {
  /** Absolute address of the link. */
  link: string;
  code: string;
  minutes: number;
}

export function signInMail(language: string, { link, code, minutes }: SignInParams): MailText {
  if (language.startsWith('fa')) {
    return {
      subject: `کد ورود شما: ${code}`,
      text:
        `برای ورود، این پیوند را در همان مرورگری که درخواست داده‌اید باز کنید:\n\n${link}\n\nیا این کد را وارد کنید: ${code}\n\n` +
        `هر دو ${minutes.toLocaleString('fa-IR')} دقیقه و تنها یک بار کار می‌کنند. اگر شما درخواست نکرده‌اید، کاری لازم نیست.`,
    };
  }
  return {
    subject: `Your code to sign in: ${code}`,
    text:
      `To sign in, open this link in the browser in which you asked for it:\n\n${link}\n\nor type this code: ${code}\n\n` +
      `Both work for ${minutes} minutes, once. If you did not ask for it, there is nothing to do.`,
  };
}
