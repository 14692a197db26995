import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GuardedFetch } from './guarded-fetch.js';

const closing: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Somebody else's origin. */
async function anOrigin(answer: RequestListener): Promise<{ port: number; asked: () => string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { port: (server.address() as AddressInfo).port, asked: () => asked };
}

const never = new AbortController().signal;
const fetchWith = async (hosts: readonly string[], url: string, mostBytes = 1_000) => await new GuardedFetch(hosts, 300_000).fetch(url, { mostBytes, signal: never });

describe('what is fetched', () => {
  it('comes from a host of the operator, in its own network where it says so', async () => {
    const { port } = await anOrigin((_request, response) => response.end('media'));
    const { bytes } = await fetchWith(['private:127.0.0.1'], `http://127.0.0.1:${port}/a`);
    expect(bytes.toString()).toBe('media');
  });

  it.each([
    ['another host', 'http://evil.example/', 'host-not-allowed'],
    ['a private address that is listed as if it were public', 'http://127.0.0.1:PORT/', 'not-public'],
    ['the same in the clothes of IPv6', 'http://[::ffff:127.0.0.1]:PORT/', 'not-public'],
    ['a name whose address is private when it is connected to', 'http://localhost:PORT/', 'not-public'],
    ['a password in the address', 'http://me:secret@127.0.0.1:PORT/', 'host-not-allowed'],
    ['another protocol', 'file:///etc/passwd', 'host-not-allowed'],
  ])('does not come from %s', async (_name, url, reason) => {
    const { port, asked } = await anOrigin((_request, response) => response.end('secret'));
    await expect(fetchWith(['127.0.0.1', '[::ffff:7f00:1]', 'localhost'], url.replace('PORT', `${port}`))).rejects.toMatchObject({ reason });
    expect(asked()).toEqual([]);
  });

  it.each([
    ['to a host that is not allowed', 'http://evil.example/', 'host-not-allowed'],
    ['to a name that leads inside', 'http://localhost:PORT/secret', 'not-public'],
    ['to the metadata of a cloud', 'http://169.254.169.254/latest', 'not-public'],
    ['in a circle', '/', 'too-many-redirects'],
  ])('does not follow a redirect %s', async (_name, location, reason) => {
    const inside = await anOrigin((_request, response) => response.end('secret'));
    const { port } = await anOrigin((_request, response) => response.writeHead(302, { location: location.replace('PORT', `${inside.port}`) }).end());
    await expect(fetchWith(['private:127.0.0.1', 'localhost', '169.254.169.254'], `http://127.0.0.1:${port}/`)).rejects.toMatchObject({ reason });
    expect(inside.asked()).toEqual([]);
  });

  it('is refused where it is more than was asked for', async () => {
    const { port } = await anOrigin((_request, response) => response.end(Buffer.alloc(2_000)));
    await expect(fetchWith(['private:127.0.0.1'], `http://127.0.0.1:${port}/`)).rejects.toMatchObject({ reason: 'too-large' });
  });
});
