import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string;
  messageId: string;
  raw: string;
}

/** What the server does with one mail: takes it, refuses it with a reply, or ends the connection in the middle. */
export type Reception = 'take' | 'drop' | number;

export interface MailServer {
  /** For `SMTP_URL`. */
  url: string;
  received: readonly ReceivedMail[];
  /** Resolves when so many have been received in all. */
  hasReceived: (count: number) => Promise<void>;
  close: () => Promise<void>;
}

/** A real SMTP server on a port of its own. `receive` is asked when a mail is complete, with how often this one has come; it may take its time. */
export async function aMailServer(receive: (to: string, time: number) => Reception | Promise<Reception> = () => 'take'): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  const times = new Map<string, number>();
  let listeners: (() => void)[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect: (_session, done) => done(),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo[0]?.address ?? '';
        const time = (times.get(to) ?? 0) + 1;
        times.set(to, time);
        void Promise.resolve(receive(to, time)).then((reception) => {
          if (reception === 'drop') return void connectionOf(server, session.id)?.destroy();
          if (reception !== 'take') return done(Object.assign(new Error(`not now, <${to}>`), { responseCode: reception }));
          const raw = Buffer.concat(chunks).toString('utf8');
          received.push({ to, messageId: /^Message-ID: (.*)$/im.exec(raw)?.[1]?.trim() ?? '', raw });
          done(null);
          for (const listener of listeners) listener();
        });
      });
    },
  });
  // a client that is killed resets its connection
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    hasReceived: async (count) =>
      await new Promise((resolve) => {
        const look = (): void => {
          if (received.length < count) return;
          listeners = listeners.filter((listener) => listener !== look);
          resolve();
        };
        listeners.push(look);
        look();
      }),
    close: async () => await new Promise((resolve) => server.close(() => resolve())),
  };
}

function connectionOf(server: SMTPServer, id: string): { destroy: () => void } | undefined {
  return [...server.connections].find((connection) => connection.id === id)?._socket;
}
