import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { StorageFull, type RecordingStorage } from './recording-storage.js';

/** Bytes that are left free on the disk: a database that shares it goes on when recordings have filled the rest. */
const RESERVE = 1_000_000_000;
const NO_ROOM: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT']);
/** Is put beside a file until it is whole. */
const UNFINISHED = '.part';

/** Recordings below one folder of this machine. */
export class DiskStorage implements RecordingStorage {
  /** @param folder absolute; made when the first file is written */
  constructor(private readonly folder: string, private readonly reserve = RESERVE) {}

  async write(name: string, media: readonly Buffer[]): Promise<void> {
    const path = this.pathOf(name);
    try {
      await mkdir(dirname(path), { recursive: true, mode: 0o750 });
      await this.refuseWhenFull(media.reduce((sum, { length }) => sum + length, 0));
      const file = await open(path + UNFINISHED, 'w', 0o640);
      try {
        // not writev: a disk that fills takes a part of it, and says so only when it is asked again
        for (const part of media) await file.writeFile(part);
      } finally {
        await file.close();
      }
      await rename(path + UNFINISHED, path);
    } catch (error) {
      if (!NO_ROOM.has((error as NodeJS.ErrnoException).code)) throw error;
      await rm(path + UNFINISHED, { force: true }).catch(() => undefined);
      throw new StorageFull(`no room left for recordings in ${this.folder}`, { cause: error });
    }
  }

  async read(name: string): Promise<Readable | null> {
    const stream = createReadStream(this.pathOf(name));
    try {
      await once(stream, 'open');
      return stream;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) await rm(this.pathOf(name), { force: true });
  }

  private async refuseWhenFull(bytes: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    if (bavail * bsize - bytes < this.reserve) throw new StorageFull(`${this.folder} has no more than ${bavail * bsize} bytes free, and ${this.reserve} stay free`);
  }

  /** Spread over folders: a day of a stage is more files than a folder should have. */
  private pathOf(name: string): string {
    const [channel = '', file = ''] = name.split('/');
    if (!/^[\w-]+\/[\w-][\w.-]*$/.test(name)) throw new Error(`not a name of a recording's file: ${name}`);
    return join(this.folder, channel, file.slice(0, 2), file);
  }
}
