import { resolve } from 'node:path';
import { z } from 'zod';
import { isNetwork } from './http/network-prefix.js';
import { RECORDING_VARIABLES, recordingSettings, type RecordingSettings } from './recording-settings.js';
import { StartError } from './start-error.js';
import { STREAM_VARIABLES, streamSettings, type StreamSettings } from './stream-settings.js';

/** Injection token of the validated configuration. */
export const CONFIGURATION = Symbol('configuration');

const port = z.coerce.number({ error: 'a port number from 1 to 65535, or 0 for any free one' }).int().min(0).max(65_535);
const url = (protocols: RegExp, expected: string) => z.url({ protocol: protocols, error: expected });

/** Every variable that Meridian reads, what is expected of it, and its default. Documented in README.md. */
const Environment = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  DATABASE_URL: url(/^postgres(ql)?$/, 'a PostgreSQL URL such as postgres://user:password@host:5432/meridian').optional(),
  MERIDIAN_DATA_DIR: z.string().min(1).default('.meridian'),
  MERIDIAN_DEMO: z.enum(['0', '1'], { error: '1 to make the demo conference on first start, 0 not to' }).optional(),
  MERIDIAN_PUBLIC_URL: url(/^https?$/, 'the address under which people reach this server, such as https://agenda.example.org').optional(),
  MERIDIAN_SEALING_KEYS: z.string().optional(),
  MERIDIAN_OIDC_ISSUER: url(/^https?$/, 'the address of an OpenID provider, such as https://login.example.org/realms/staff').optional(),
  MERIDIAN_OIDC_CLIENT_ID: z.string().min(1).optional(),
  MERIDIAN_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  SMTP_URL: url(/^smtps?$/, 'the address of a mail server, such as smtps://user:password@mail.example.org').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>"\r\n]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, { error: 'an address that mails come from, such as Open Skies <meridian@example.org>' })
    .optional(),
  MERIDIAN_TRUSTED_PROXIES: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .refine((parts) => parts.every(isNetwork), { error: 'addresses or networks of your reverse proxies, such as 10.0.0.5,fd00::/8' })
    .optional(),
  // for specs alone: see README.md
  MERIDIAN_PUSH_LOOPBACK: z.enum(['0', '1'], { error: '1 to send pushes to this machine in tests, and 0 or nothing everywhere else' }).default('0'),
  MERIDIAN_IDLE_ACCOUNT_DAYS: z.coerce.number({ error: 'days from 30 to 3650, or 0 to keep accounts for ever' }).int().max(3_650)
    .refine((days) => days === 0 || days >= 30, { error: 'days from 30 to 3650, or 0 to keep accounts for ever' }).default(365),
  ...STREAM_VARIABLES,
  ...RECORDING_VARIABLES,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

export interface Configuration {
  port: number;
  host: string;
  /** Undefined: the embedded server in `dataDirectory`. */
  databaseUrl: string | undefined;
  /** Absolute. */
  dataDirectory: string;
  /** Undefined: ask on a terminal, yes without one. */
  demo: boolean | undefined;
  publicUrl: string | undefined;
  /** The sealing keys' file as text; undefined: the file in `dataDirectory`. */
  sealingKeys: string | undefined;
  /** Sign-in through an OpenID provider; undefined: not offered. */
  singleSignOn: { issuer: string; clientId: string; clientSecret: string | undefined } | undefined;
  /** Whose `X-Forwarded-For` is believed: addresses and networks. */
  trustedProxies: readonly string[];
  /** The mail server; undefined: mails wait in the outbox, for an administrator to read. */
  mail: { url: string; from: string } | undefined;
  /** Pushes may go to this very machine, by http too. */
  pushLoopback: boolean;
  /** Days without a sign-in after which the account of somebody who is nothing here is erased; null: never. */
  idleAccountDays: number | null;
  streams: StreamSettings;
  recordings: RecordingSettings;
  logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
}

/** Not told again when they are wrong. */
const HOLD_SECRETS: ReadonlySet<string> = new Set(['DATABASE_URL', 'MERIDIAN_SEALING_KEYS', 'MERIDIAN_OIDC_CLIENT_SECRET', 'SMTP_URL', 'MERIDIAN_MEDIAMTX_SECRET', 'MERIDIAN_RECORDINGS_S3_SECRET']);

export class ConfigurationError extends StartError {
  override name = 'ConfigurationError';
}

/** @throws ConfigurationError that names each wrong variable, what it holds and what was expected */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  // an empty variable is an unset one: that is how compose files and shells leave it
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      const shown = HOLD_SECRETS.has(name) ? 'what it holds' : JSON.stringify(given[name]);
      return `  ${name}: ${shown} is not valid. Expected: ${issue.message}`;
    });
    throw new ConfigurationError(`The configuration is not valid:\n${lines.join('\n')}`);
  }
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    databaseUrl: data.DATABASE_URL,
    dataDirectory: resolve(data.MERIDIAN_DATA_DIR),
    demo: data.MERIDIAN_DEMO === undefined ? undefined : data.MERIDIAN_DEMO === '1',
    publicUrl: data.MERIDIAN_PUBLIC_URL,
    sealingKeys: data.MERIDIAN_SEALING_KEYS,
    singleSignOn: singleSignOn(data),
    trustedProxies: data.MERIDIAN_TRUSTED_PROXIES ?? [],
    mail: mail(data),
    pushLoopback: data.MERIDIAN_PUSH_LOOPBACK === '1',
    idleAccountDays: data.MERIDIAN_IDLE_ACCOUNT_DAYS === 0 ? null : data.MERIDIAN_IDLE_ACCOUNT_DAYS,
    streams: streamSettings(data, data.MERIDIAN_PUBLIC_URL),
    recordings: recordings(data, resolve(data.MERIDIAN_DATA_DIR)),
    logLevel: data.LOG_LEVEL,
  };
}

function recordings(data: z.infer<typeof Environment>, dataDirectory: string): RecordingSettings {
  const settings = recordingSettings(data, dataDirectory);
  if (settings !== null) return settings;
  throw new ConfigurationError(
    'The configuration is not valid:\n  MERIDIAN_RECORDINGS_S3_URL, MERIDIAN_RECORDINGS_S3_KEY_ID and MERIDIAN_RECORDINGS_S3_SECRET go together: set all of them, or none.');
}

function singleSignOn(data: z.infer<typeof Environment>): Configuration['singleSignOn'] {
  const { MERIDIAN_OIDC_ISSUER: issuer, MERIDIAN_OIDC_CLIENT_ID: clientId, MERIDIAN_OIDC_CLIENT_SECRET: clientSecret } = data;
  if (issuer === undefined && clientId === undefined) return undefined;
  if (issuer === undefined || clientId === undefined) {
    throw new ConfigurationError('The configuration is not valid:\n  MERIDIAN_OIDC_ISSUER and MERIDIAN_OIDC_CLIENT_ID go together: set both, or neither.');
  }
  return { issuer, clientId, clientSecret };
}

function mail({ SMTP_URL: url, MAIL_FROM: from }: z.infer<typeof Environment>): Configuration['mail'] {
  if (url === undefined) return undefined;
  if (from === undefined) throw new ConfigurationError('The configuration is not valid:\n  MAIL_FROM is needed with SMTP_URL: the address that mails come from.');
  return { url, from };
}
