import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import webPush from 'web-push';
import { z } from 'zod';
import { StartError } from '../../platform/start-error.js';

const PushKeys = z.strictObject({ publicKey: z.string().length(87), privateKey: z.string().length(43) });
/** A key pair of P-256 in base64url, as VAPID (RFC 8292) has it. */
export type PushKeys = z.infer<typeof PushKeys>;

/**
 * The keys with which this server shows push services who it is: made at first start, in the data folder, mode 600. Processes
 * that share a database share this file. With other keys every device would have to subscribe anew.
 * @throws StartError when the file cannot be read as keys
 */
export async function readOrMakePushKeys(dataDirectory: string): Promise<PushKeys> {
  const path = join(dataDirectory, 'push-keys.json');
  await mkdir(dataDirectory, { recursive: true, mode: 0o755 });
  // written aside and linked: of two processes that start at once both read the same, and neither reads half of it
  const aside = `${path}.${randomUUID()}`;
  try {
    await writeFile(aside, `${JSON.stringify(webPush.generateVAPIDKeys(), null, 2)}\n`, { mode: 0o600 });
    await link(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(aside, { force: true });
  }
  return parse(await readFile(path, 'utf8'), path);
}

function parse(text: string, path: string): PushKeys {
  try {
    return PushKeys.parse(JSON.parse(text));
  } catch {
    throw new StartError(`The push keys in ${path} cannot be read. Restore them from your backup, or remove the file: people then have to turn push on again.`);
  }
}
