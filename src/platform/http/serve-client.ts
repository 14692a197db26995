import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { setClientPolicy } from './security-headers.js';

/** Addresses that are never a page of the client. */
const NOT_PAGES = /^\/(api|health|metrics|socket\.io)(\/|$)/;
const NONCE = '__CSP_NONCE__';

const NOT_BUILT =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Meridian</title>' +
  '<p>The web client is not built. Run <code>npm run build</code>, or start Meridian with <code>npm start</code>, which builds it.';

/**
 * Serves the built client: its hashed files for ever, the rest to be asked for again, and its page for every address
 * that asks for a page. Files are sent as the build compressed them (scripts/precompress.mjs).
 * @param folder absolute, of the build
 */
export async function serveClient(server: FastifyInstance, folder: string, publicUrl: string | undefined): Promise<void> {
  await server.register(fastifyStatic, {
    // the folder may be built while we run
    root: existsSync(folder) ? folder : join(folder, '..'),
    serve: false, preCompressed: true, cacheControl: false, dotfiles: 'deny', index: false,
    // of files that are there only: nobody keeps for ever that one was not
    setHeaders: (reply, path) => {
      reply.setHeader('cache-control', relative(folder, path).startsWith('assets') ? 'public, max-age=31536000, immutable' : 'no-cache');
      reply.setHeader('vary', 'accept-encoding');
    },
  });
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    // `//` begins the name of a host, which is then missing
    if (!URL.canParse(request.url, 'http://here')) return notFound(reply);
    const { pathname } = new URL(request.url, 'http://here');
    if (NOT_PAGES.test(pathname)) return notFound(reply);
    if (extname(pathname) !== '' && pathname !== '/index.html') {
      setClientPolicy(request, reply, publicUrl);
      return reply.sendFile(pathname.slice(1), folder);
    }
    if (!/text\/html|\*\/\*/.test(request.headers.accept ?? '*/*')) return notFound(reply);
    return await sendPage(request, reply);
  };
  const sendPage = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const nonce = randomBytes(16).toString('base64url');
    setClientPolicy(request, reply, publicUrl, nonce);
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').header('vary', 'accept');
    const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null);
    if (page === null) return reply.status(503).send(NOT_BUILT);
    return reply.send(page.replaceAll(NONCE, nonce));
  };
  server.get('/*', answer);
}

/** Fastify's not-found handler is Nest's, which answers with a problem. */
function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
