import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error.js';
import type { SealingKeys } from './sealing.js';

const Key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32, { error: '32 bytes in base64' });
export const KeyFile = z.strictObject({ current: z.string().min(1).max(40), indexKey: Key, keys: z.record(z.string().min(1).max(40), Key) });
export type KeyFile = z.infer<typeof KeyFile>;

/** Beside the data, not in the database: whoever has a copy of one alone can read no address. */
export const keyFilePath = (dataDirectory: string): string => join(dataDirectory, 'sealing-keys.json');

/** Reads the keys from `MERIDIAN_SEALING_KEYS` (the file's JSON), or from the data folder, where they are made at first start (mode 600). */
export async function readOrMakeSealingKeys(dataDirectory: string, given: string | undefined): Promise<SealingKeys> {
  if (given !== undefined) return parse(given, 'MERIDIAN_SEALING_KEYS');
  const path = keyFilePath(dataDirectory);
  await mkdir(dataDirectory, { recursive: true, mode: 0o755 });
  const fresh: KeyFile = { current: 'k1', indexKey: randomBytes(32).toString('base64'), keys: { k1: randomBytes(32).toString('base64') } };
  try {
    // 'wx': of two processes that start at once, one makes them and both read the same
    await writeFile(path, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return parse(await readFile(path, 'utf8'), path);
}

function parse(text: string, where: string): SealingKeys {
  const file = readKeyFile(text);
  if (file === null || file.keys[file.current] === undefined) {
    throw new StartError(`The sealing keys in ${where} cannot be read. Without them no address can be: restore them from your backup.`);
  }
  const keys = new Map(Object.entries(file.keys).map(([id, key]) => [id, Buffer.from(key, 'base64')]));
  return { current: file.current, indexKey: Buffer.from(file.indexKey, 'base64'), keys };
}

function readKeyFile(text: string): KeyFile | null {
  try {
    return KeyFile.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
