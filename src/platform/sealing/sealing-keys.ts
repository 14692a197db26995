import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../start-error.js';
import { Sealing, type SealingKeys } from './sealing.js';

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

/** The sealing of this server. Keys that `meridian keys rotate` makes while it runs are read when they are first met. */
export async function openSealing(dataDirectory: string, given: string | undefined): Promise<Sealing> {
  const keys = await readOrMakeSealingKeys(dataDirectory, given);
  const path = keyFilePath(dataDirectory);
  return new Sealing(keys, given === undefined ? () => parse(readFileSync(path, 'utf8'), path) : undefined);
}

/** Adds a key to the file and makes it the current one; keys that are in `used` stay, others go. Answers its id. */
export async function addSealingKey(dataDirectory: string, used: ReadonlySet<string>): Promise<string> {
  const path = keyFilePath(dataDirectory);
  const file = KeyFile.parse(JSON.parse(await readFile(path, 'utf8')));
  const id = `k${Math.max(...Object.keys(file.keys).map((known) => Number(/^k(\d+)$/.exec(known)?.[1] ?? 0))) + 1}`;
  const kept = Object.entries(file.keys).filter(([known]) => used.has(known) || known === file.current);
  const next: KeyFile = { ...file, current: id, keys: { ...Object.fromEntries(kept), [id]: randomBytes(32).toString('base64') } };
  // whole or not at all: without its keys the data is lost
  await writeFile(`${path}.new`, `${JSON.stringify(next, null, 2)}\n`, { mode: 0o600, flush: true });
  await rename(`${path}.new`, path);
  return id;
}

function parse(text: string, where: string): SealingKeys {
  const file = readKeyFile(text);
  if (file?.keys[file.current] === undefined) {
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
