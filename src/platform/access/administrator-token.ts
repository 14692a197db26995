import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Injection token of the {@link AdministratorToken}. */
export const ADMINISTRATOR_TOKEN = Symbol('administrator token');

export interface AdministratorToken {
  matches: (given: string) => boolean;
}

export function administratorToken(secret: string): AdministratorToken {
  const expected = digest(secret);
  return { matches: (given) => timingSafeEqual(digest(given), expected) };
}

/**
 * Reads the administrator's token from the data folder, or makes it (mode 600, 256 random bits).
 * `isNew` tells the caller to print it, which happens on first start only.
 */
export async function readOrMakeAdministratorToken(dataDirectory: string): Promise<{ secret: string; path: string; isNew: boolean }> {
  const path = join(dataDirectory, 'administrator-token');
  await mkdir(dataDirectory, { recursive: true, mode: 0o755 });
  const secret = randomBytes(32).toString('base64url');
  try {
    // 'wx': of two processes that start at once, one makes it and both read the same
    await writeFile(path, `${secret}\n`, { mode: 0o600, flag: 'wx' });
    return { secret, path, isNew: true };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return { secret: (await readFile(path, 'utf8')).trim(), path, isNew: false };
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
