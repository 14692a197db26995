import { request, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';

export interface RawAnswer {
  statusCode: number;
  headers: IncomingHttpHeaders;
  /** As it came: compressed if it came so. */
  rawPayload: Buffer;
  body: string;
}

/** Asks without the courtesies of fetch: the path is sent as it stands, `Host` may be anything, nothing is decompressed. */
export async function rawRequest(
  base: string, path: string, { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<RawAnswer> {
  const { hostname, port } = new URL(base);
  const asking = request({ hostname, port, path, method, headers, agent: false });
  asking.end(body);
  const [answer] = (await once(asking, 'response')) as [IncomingMessage];
  const rawPayload = Buffer.concat((await answer.toArray()) as Buffer[]);
  return { statusCode: answer.statusCode ?? 0, headers: answer.headers, rawPayload, body: rawPayload.toString() };
}
