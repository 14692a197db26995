import type { FastifyReply } from 'fastify';
import { problem } from '../../platform/problems/problem-error.js';

const PLAYLIST_TYPE = 'application/vnd.apple.mpegurl';

export function sendPlaylist(reply: FastifyReply, text: string, caching: string): FastifyReply {
  return reply.header('cache-control', caching).type(PLAYLIST_TYPE).send(text);
}

export const noPlaylist = () => problem('not-found', 'There is no such playlist.');
