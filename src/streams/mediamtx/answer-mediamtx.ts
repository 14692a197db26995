import { createHash, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CONFIGURATION, type Configuration } from '../../platform/configuration.js';
import { problem } from '../../platform/problems/problem-error.js';
import { StreamLog } from '../control-room/stream-log.js';
import { InputsByKey } from '../setup/inputs-by-key.queries.js';
import { RTMP_APPLICATION } from '../setup/input-address.js';
import type { MediaMtxQuestion, MediaMtxWord } from './mediamtx-requests.js';

/** The name by which the two know each other: what they share is the secret. */
const USER = 'meridian';

/** Answers a MediaMTX that stands in front of this server: who may publish to it, and what happens there. */
@Injectable()
export class AnswerMediaMtx {
  private readonly secret: string | undefined;

  constructor(
    @Inject(CONFIGURATION) { streams }: Configuration,
    private readonly inputs: InputsByKey,
    private readonly log: StreamLog,
  ) {
    this.secret = streams.mediamtxSecret;
  }

  /** @throws ProblemError `not-found` where no secret is configured, `token-required` where another one is shown */
  mustKnow(request: FastifyRequest): void {
    if (this.secret === undefined) throw problem('not-found', 'This server answers no MediaMTX: see MERIDIAN_MEDIAMTX_SECRET.');
    const [, given = ''] = /^Basic ([\w+/=]+)$/.exec(request.headers.authorization ?? '') ?? [];
    const [user, ...rest] = Buffer.from(given, 'base64').toString('utf8').split(':');
    if (user !== USER || !this.isSecret(rest.join(':'))) throw notYou();
  }

  /** A publisher by its stream key, which is the end of the path; a reader only with what the two of us share. @throws ProblemError `token-required` */
  async mayDo({ action, path, user, password }: MediaMtxQuestion): Promise<void> {
    switch (action) {
      case 'publish': {
        const key = keyIn(path);
        if (key === null || (await this.inputs.find(key)) === null) throw problem('token-required', 'No input has this stream key.');
        return;
      }
      case 'read':
      case 'playback':
        if (user !== USER || !this.isSecret(password)) throw notYou();
        return;
      case 'api':
      case 'metrics':
      case 'pprof':
        throw notYou();
    }
  }

  async hear({ event, path }: MediaMtxWord): Promise<void> {
    const key = keyIn(path);
    const input = key === null ? null : await this.inputs.find(key);
    // a key that was rotated meanwhile is nobody's
    if (input !== null) await this.log.record({ channelId: input.channelId, inputId: input.id, what: event === 'ready' ? 'mediamtx.ready' : 'mediamtx.not-ready' });
  }

  private isSecret(given: string): boolean {
    return this.secret !== undefined && timingSafeEqual(digest(given), digest(this.secret));
  }
}

/** `live/KEY`, as an encoder's server and key are put together. */
function keyIn(path: string): string | null {
  const [application, key, ...more] = path.split('/');
  return application === RTMP_APPLICATION && key !== undefined && key !== '' && more.length === 0 ? key : null;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const notYou = () => problem('token-required', 'Show the secret that MediaMTX and this server share.');
