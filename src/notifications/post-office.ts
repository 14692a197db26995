import { createTransport } from 'nodemailer';
import { ATTEMPT_MS } from './outcome.js';
import type { RenderedMail } from './render-mail.js';

/** A way to send mail by SMTP. */
export interface PostOffice {
  /** @throws what the library throws; also when the whole attempt takes longer than {@link ATTEMPT_MS} */
  send: (id: string, mail: RenderedMail) => Promise<void>;
  close: () => void;
}

/** Milliseconds that the server may stay silent at each step. */
const SILENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** `connections` at once at most, kept between mails. */
export function openPostOffice({ url, from }: { url: string; from: string }, connections: number, attemptMs = ATTEMPT_MS): PostOffice {
  const transport = createTransport(
    { url, pool: true, maxConnections: connections, ...SILENCE },
    // a text of a stranger's must not make the library read a file or fetch an address
    { from, disableFileAccess: true, disableUrlAccess: true },
  );
  const domain = from.replace(/^.*@|>$/g, '');
  return {
    send: async (id, { to, subject, text }) => {
      await within(
        attemptMs,
        transport.sendMail({
          // given as a value, an address is not parsed as a list of them
          to: { name: '', address: to },
          subject,
          text,
          // the same at each attempt: a mail that arrives twice after a crash is known as one
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        }),
      );
    },
    close: () => transport.close(),
  };
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('the mail server took too long'), { code: 'ETIMEDOUT' })), milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
