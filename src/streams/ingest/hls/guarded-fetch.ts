import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { guardedLookup } from '../../../platform/http/public-address.js';
import type { ByteRange } from '../../../rules/streams/read-playlist.js';
import type { PlaylistTrouble } from '../../../rules/streams/playlist-trouble.js';
import { fetchRefusal, mayConnect } from './fetch-refusal.js';

/** Why there is nothing to show of what others make. */
export class NotFetched extends Error {
  override name = 'NotFetched';

  constructor(readonly reason: PlaylistTrouble, message: string) {
    super(message);
  }
}

const MOST_REDIRECTS = 3;
/** Milliseconds. */
const PATIENCE = 10_000;

/**
 * Fetches from hosts that the operator allows, and from nowhere else: asked again at each redirect, and the name's addresses at each connection,
 * so that neither leads inside. A host that was listed with `private:` may be inside.
 */
export class GuardedFetch {
  /** @param patience milliseconds */
  constructor(private readonly hosts: readonly string[], private readonly patience = PATIENCE) {}

  /** @throws NotFetched */
  async fetch(address: string, { mostBytes, range = null, signal }: { mostBytes: number; range?: ByteRange; signal: AbortSignal }): Promise<{ bytes: Buffer; url: string }> {
    let url = address;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const answer = await this.ask(new URL(url), range, mostBytes, signal);
      if ('bytes' in answer) return { bytes: answer.bytes, url };
      url = locationOf(answer.location, url);
    }
    throw new NotFetched('too-many-redirects', 'redirected too often');
  }

  private async ask(url: URL, range: ByteRange, mostBytes: number, signal: AbortSignal): Promise<{ bytes: Buffer } | { location: string }> {
    const refusal = fetchRefusal(url, this.hosts);
    if (refusal !== null) throw new NotFetched(refusal, 'this address is not one that MERIDIAN_STREAM_HOSTS allows');
    const request = url.protocol === 'https:' ? secureRequest : plainRequest;
    const headers = range === null ? {} : { range: `bytes=${range.offset}-${range.offset + range.length - 1}` };
    const options = { headers, lookup: guardedLookup(mayConnect(url.hostname, this.hosts)), signal: AbortSignal.any([signal, AbortSignal.timeout(this.patience)]) };
    return await new Promise((resolve, reject) => {
      const fail = (error: NodeJS.ErrnoException): void => reject(notFetched(error));
      const asked = request(url, options, (response) => {
        const { statusCode: status = 0, headers: { location } } = response;
        if (status >= 300 && status < 400 && location !== undefined) {
          response.destroy();
          return resolve({ location });
        }
        if (status !== (range === null ? 200 : 206)) {
          response.destroy();
          return reject(new NotFetched('no-answer', `answered ${status}`));
        }
        readAll(response, mostBytes).then((bytes) => resolve({ bytes }), fail);
      });
      asked.on('error', fail);
      asked.end();
    });
  }
}

function notFetched(error: NodeJS.ErrnoException): NotFetched {
  if (error instanceof NotFetched) return error;
  return error.code === 'ENOTPUBLIC' ? new NotFetched('not-public', error.message) : new NotFetched('no-answer', error.code ?? error.message);
}

function locationOf(location: string, base: string): string {
  if (!URL.canParse(location, base)) throw new NotFetched('no-answer', 'redirected to no address');
  return new URL(location, base).href;
}

async function readAll(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > mostBytes) throw new NotFetched('too-large', 'more than anybody needs');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
