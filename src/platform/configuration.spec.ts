import { ConfigurationError, readConfiguration } from './configuration.js';

it('starts without a single variable', () => {
  expect(readConfiguration({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    databaseUrl: undefined,
    idleAccountDays: 365,
    dataDirectory: `${process.cwd()}/.meridian`,
    demo: undefined,
    publicUrl: undefined,
    pushLoopback: false,
    sealingKeys: undefined,
    singleSignOn: undefined,
    trustedProxies: [],
    mail: undefined,
    streams: { isOn: true, ffmpeg: undefined, host: 'localhost', rtmpPort: 1935, ports: { first: 10_000, last: 10_199 }, hosts: [], mediamtxSecret: undefined },
    recordings: { folder: `${process.cwd()}/.meridian/recordings`, limit: null, s3: undefined },
    logLevel: 'info',
  });
});

it('takes an empty variable for an unset one', () => {
  expect(readConfiguration({ PORT: '', DATABASE_URL: '', MERIDIAN_DEMO: '' })).toEqual(readConfiguration({}));
});

it('reads every variable', () => {
  const given = {
    PORT: '8080', HOST: '::1', DATABASE_URL: 'postgresql://me:secret@db:5433/conf', MERIDIAN_DATA_DIR: '/srv/data', MERIDIAN_DEMO: '0',
    MERIDIAN_PUBLIC_URL: 'https://agenda.example.org', LOG_LEVEL: 'warn', MERIDIAN_SEALING_KEYS: '{}', MERIDIAN_TRUSTED_PROXIES: '10.0.0.5, fd00::/8',
    MERIDIAN_OIDC_ISSUER: 'https://login.example.org', MERIDIAN_OIDC_CLIENT_ID: 'meridian', MERIDIAN_OIDC_CLIENT_SECRET: 'secret',
    MERIDIAN_STREAMS: '0', MERIDIAN_STREAM_HOST: 'ingest.example.org', MERIDIAN_STREAM_PORTS: '20000-20009', MERIDIAN_MEDIAMTX_SECRET: 'between-the-two-of-us',
    MERIDIAN_PUSH_LOOPBACK: '1', MERIDIAN_IDLE_ACCOUNT_DAYS: '0', SMTP_URL: 'smtps://me:secret@mail.example.org', MAIL_FROM: 'Open Skies <skies@example.org>',
    MERIDIAN_FFMPEG: '/opt/ffmpeg', MERIDIAN_RTMP_PORT: '0', MERIDIAN_STREAM_HOSTS: 'Live.example.org, private:mediamtx',
    MERIDIAN_RECORDINGS_DIR: '/srv/recordings', MERIDIAN_RECORDINGS_MAX_GB: '500', MERIDIAN_RECORDINGS_S3_URL: 'https://s3.example.org/recordings/',
    MERIDIAN_RECORDINGS_S3_REGION: 'eu-west-3', MERIDIAN_RECORDINGS_S3_KEY_ID: 'meridian', MERIDIAN_RECORDINGS_S3_SECRET: 'secret',
  };
  expect(readConfiguration(given)).toEqual({
    port: 8080, host: '::1', databaseUrl: given.DATABASE_URL, dataDirectory: '/srv/data', demo: false, publicUrl: given.MERIDIAN_PUBLIC_URL, logLevel: 'warn',
    idleAccountDays: null, pushLoopback: true, sealingKeys: '{}', trustedProxies: ['10.0.0.5', 'fd00::/8'], mail: { url: given.SMTP_URL, from: given.MAIL_FROM },
    streams: {
      isOn: false, host: 'ingest.example.org', rtmpPort: 0, ports: { first: 20_000, last: 20_009 }, hosts: ['live.example.org', 'private:mediamtx'],
      ffmpeg: '/opt/ffmpeg', mediamtxSecret: 'between-the-two-of-us',
    },
    recordings: {
      folder: '/srv/recordings', limit: 500_000_000_000,
      s3: { bucketUrl: 'https://s3.example.org/recordings', region: 'eu-west-3', accessKeyId: 'meridian', secretAccessKey: 'secret' },
    },
    singleSignOn: { issuer: given.MERIDIAN_OIDC_ISSUER, clientId: 'meridian', clientSecret: 'secret' },
  });
});

it.each([
  ['PORT', 'http', /PORT: "http" is not valid\. Expected: a port number from 1 to 65535/],
  ['PORT', '70000', /PORT: "70000" is not valid\. Expected: .*65535/],
  ['PORT', '80.5', /PORT: "80\.5" is not valid/],
  ['DATABASE_URL', 'mysql://me:secret@db/conf', /DATABASE_URL: what it holds is not valid\. Expected: a PostgreSQL URL such as postgres:/],
  ['MERIDIAN_DEMO', 'yes', /MERIDIAN_DEMO: "yes" is not valid\. Expected: 1 to make the demo conference on first start, 0 not to/],
  ['MERIDIAN_PUBLIC_URL', 'agenda.example.org', /MERIDIAN_PUBLIC_URL: .* Expected: .* such as https:\/\/agenda\.example\.org/],
  ['SMTP_URL', 'http://me:secret@mail', /SMTP_URL: what it holds is not valid\. Expected: the address of a mail server/],
  ['SMTP_URL', 'smtp://mail.example.org', /MAIL_FROM is needed with SMTP_URL/],
  ['MAIL_FROM', 'a <b@c> d', /MAIL_FROM: .* Expected: an address that mails come from/],
  ['MERIDIAN_TRUSTED_PROXIES', '10.0.0.5,proxy', /MERIDIAN_TRUSTED_PROXIES: .* Expected: addresses or networks/],
  ['MERIDIAN_IDLE_ACCOUNT_DAYS', '7', /MERIDIAN_IDLE_ACCOUNT_DAYS: .* Expected: days from 30 to 3650, or 0/],
  ['MERIDIAN_STREAM_PORTS', '20009-20000', /MERIDIAN_STREAM_PORTS: .* Expected: the first and the last UDP port/],
  ['MERIDIAN_STREAM_HOSTS', 'https://live.example.org/', /MERIDIAN_STREAM_HOSTS: .* Expected: names of hosts/],
  ['MERIDIAN_MEDIAMTX_SECRET', 'short', /MERIDIAN_MEDIAMTX_SECRET: what it holds is not valid\. Expected: at least 16/],
  ['LOG_LEVEL', 'loud', /LOG_LEVEL: "loud" is not valid\. Expected: .*"info"/],
])('refuses %s=%s, and says what was expected', (name, value, expected) => {
  expect(() => readConfiguration({ [name]: value })).toThrow(ConfigurationError);
  expect(() => readConfiguration({ [name]: value })).toThrow(expected);
});

it('names all that is wrong at once, and no password', () => {
  const read = (): unknown => readConfiguration({ PORT: 'x', DATABASE_URL: 'mysql://me:secret@db/conf' });
  expect(read).toThrow(/PORT[^]*DATABASE_URL/);
  expect(read).not.toThrow(/secret/);
});
