import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { encodingWeights } from '../platform/http/accept-encoding.js';

export type Encoding = 'br' | 'gzip' | 'identity';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Moderate: about what gzip costs, and a fifth smaller. Bodies are made anew for each revision that someone reads. */
const BROTLI_QUALITY = 5;

/**
 * The JSON text of one value, encoded on first use and kept: a thousand readers who arrive together cost one compression.
 * Compression runs on Node's thread pool; only the text itself is made on the event loop.
 */
export class EncodedBody {
  private identity: Buffer | undefined;
  private readonly compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(private readonly value: unknown) {}

  /** Bytes of the body before compression. */
  get size(): number {
    return this.plain().length;
  }

  async as(encoding: Encoding): Promise<Buffer> {
    if (encoding === 'identity') return this.plain();
    const known = this.compressed.get(encoding);
    if (known !== undefined) return await known;
    const making = encoding === 'br' ? brotli(this.plain()) : compressGzip(this.plain(), { level: 6 });
    this.compressed.set(encoding, making);
    return await making;
  }

  private plain(): Buffer {
    return (this.identity ??= Buffer.from(JSON.stringify(this.value)));
  }
}

async function brotli(body: Buffer): Promise<Buffer> {
  return await compressBrotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** The best encoding that an Accept-Encoding header allows (RFC 9110, 12.5.3). */
export function chooseEncoding(header: string | undefined): Encoding {
  const weigh = encodingWeights(header);
  const br = weigh('br');
  const gzipped = weigh('gzip');
  if (br > 0 && br >= gzipped) return 'br';
  return gzipped > 0 ? 'gzip' : 'identity';
}
