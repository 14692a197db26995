import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const EVERYWHERE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), browsing-topics=(), display-capture=(), geolocation=(), gyroscope=(), ' +
    'hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), autoplay=(self), camera=(self), fullscreen=(self), picture-in-picture=(self)',
};

/** For what is data and never a document. */
const DATA_POLICY = `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** Swagger's page brings style elements and pictures of its own inside its files; it asks nobody but us. */
const API_DOCS_POLICY =
  `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; ` +
  `frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'`;

/** Sets every answer's security headers; pages then replace the policy with their own. */
export function setSecurityHeaders(server: FastifyInstance, publicUrl: string | undefined): void {
  server.addHook('onRequest', (request, reply, done) => {
    protect(request, reply, publicUrl);
    done();
  });
}

/** The headers of {@link setSecurityHeaders}, for an answer that no hook sees. */
export function protect(request: FastifyRequest, reply: FastifyReply, publicUrl: string | undefined): void {
  void reply.headers(EVERYWHERE);
  void reply.header('content-security-policy', isApiDocs(request) ? API_DOCS_POLICY : DATA_POLICY);
  if (publicUrl?.startsWith('https:') === true) void reply.header('strict-transport-security', 'max-age=31536000');
}

/**
 * The policy of the client's page and of its files (a service worker obeys the one it was served with).
 * @param nonce admits the style elements that react-aria inserts; never a script
 */
export function clientPolicy(host: string | undefined, publicUrl: string | undefined, nonce?: string): string {
  const sockets = socketSources(publicUrl === undefined ? host : new URL(publicUrl).host);
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    `connect-src 'self'${sockets}`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `media-src 'self' blob:`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `object-src 'none'`,
  ].join('; ');
}

/** For browsers to whom 'self' does not cover sockets. The host is the client's own word: only a plain one is repeated. */
function socketSources(host: string | undefined): string {
  return host !== undefined && /^[a-z0-9.-]+(:\d+)?$/i.test(host) ? ` ws://${host} wss://${host}` : '';
}

export function setClientPolicy(request: FastifyRequest, reply: FastifyReply, publicUrl: string | undefined, nonce?: string): void {
  void reply.header('content-security-policy', clientPolicy(request.headers.host, publicUrl, nonce));
}

const isApiDocs = (request: FastifyRequest): boolean => /^\/api\/docs(\/|\?|$)/.test(request.url);
