import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../start-error.js';
import { processStart } from './process-start.js';

export interface LockHolder {
  pid: number;
  /** When the process began (see process-start.ts): the same id with another beginning is another process. */
  began: string;
  /** What it does with the folder, for people: `the server`, `the command import`. */
  purpose: string;
  since: string;
}

export interface FolderLock {
  /** The lock of a dead process that was taken over, if there was one. */
  tookOver: LockHolder | null;
  release: () => Promise<void>;
}

export class FolderInUse extends StartError {
  constructor(folder: string, readonly holder: LockHolder) {
    super(
      `The data folder ${folder} is in use by ${holder.purpose} of Meridian (process ${holder.pid}, since ${holder.since}).\n` +
        `Stop that process first (kill ${holder.pid}), or give this one a folder of its own with MERIDIAN_DATA_DIR.`,
    );
  }
}

/**
 * Takes the folder for this process. A lock whose process is gone is taken over.
 * @throws FolderInUse when a living process holds it
 */
export async function takeFolderLock(folder: string, purpose: string): Promise<FolderLock> {
  const path = lockPath(folder);
  const mine: LockHolder = {
    pid: process.pid,
    began: (await processStart(process.pid)) ?? 'unknown',
    purpose,
    since: new Date().toISOString(),
  };
  let tookOver: LockHolder | null = null;
  for (;;) {
    if (await placeLock(path, mine)) return { tookOver, release: async () => await releaseOwn(path, mine) };
    const held = await readLock(path);
    if (held === null) continue;
    if (held.pid !== process.pid && (await isAlive(held))) throw new FolderInUse(folder, held);
    tookOver = held;
    await removeStale(path, held);
  }
}

/** Who holds the folder at this moment; null when nobody living does. */
export async function folderHolder(folder: string): Promise<LockHolder | null> {
  const held = await readLock(lockPath(folder));
  return held !== null && (await isAlive(held)) ? held : null;
}

const lockPath = (folder: string): string => join(folder, 'meridian.lock');

/** Written whole beside its place first, so that nobody ever reads half a lock. False when the place is taken. */
async function placeLock(path: string, mine: LockHolder): Promise<boolean> {
  const written = `${path}.${randomUUID()}`;
  await writeFile(written, JSON.stringify(mine), { mode: 0o644 });
  try {
    await link(written, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(written, { force: true });
  }
}

async function isAlive(holder: LockHolder): Promise<boolean> {
  const began = await processStart(holder.pid);
  return began !== null && (holder.began === 'unknown' || began === holder.began);
}

/** Null when there is none. One that can't be read is nobody's. */
async function readLock(path: string): Promise<LockHolder | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return JSON.parse(text) as LockHolder;
  } catch {
    return { pid: 0, began: 'never', purpose: 'an unknown part', since: 'an unknown time' };
  }
}

/** Moved aside before it is deleted: of two that find it stale, only one moves the stale one; a fresh one is put back. */
async function removeStale(path: string, stale: LockHolder): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const moved = await readLock(aside);
  if (moved !== null && moved.since !== stale.since) await rename(aside, path);
  else await rm(aside, { force: true });
}

async function releaseOwn(path: string, mine: LockHolder): Promise<void> {
  const held = await readLock(path);
  if (held?.pid === mine.pid && held.since === mine.since) await rm(path, { force: true });
}
