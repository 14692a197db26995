import type { Readable } from 'node:stream';

/** Injection token of what recordings are kept in. */
export const RECORDING_STORAGE = Symbol('recording storage');

/** Where the media of recordings are: whole files under names that are used once. */
export interface RecordingStorage {
  /** All of it or nothing; again under the same name it is the same file. @throws StorageFull, or whatever else went wrong */
  write(name: string, media: readonly Buffer[]): Promise<void>;
  /** Null where there is no such file. Whoever asked ends the stream. */
  read(name: string): Promise<Readable | null>;
  /** What is not there is no failure. */
  remove(names: readonly string[]): Promise<void>;
}

/** There is no room for more. */
export class StorageFull extends Error {
  override name = 'StorageFull';
}
