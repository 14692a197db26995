import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The key that signs handshake tokens: 256 random bits in the data folder, mode 600. Processes that share a load balancer
 * share this file, or a token of one is refused by the other.
 */
export async function readOrMakeSigningKey(dataDirectory: string): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(dataDirectory, 'socket-signing-key');
  await mkdir(dataDirectory, { recursive: true });
  // written aside and linked: of two processes that start at once both read the same, and neither reads half of it
  const aside = `${path}.${randomUUID()}`;
  try {
    await writeFile(aside, randomBytes(32).toString('base64url'), { mode: 0o600 });
    await link(aside, path).catch(ignoreExisting);
  } finally {
    await rm(aside, { force: true });
  }
  return new Uint8Array(Buffer.from((await readFile(path, 'utf8')).trim(), 'base64url'));
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
