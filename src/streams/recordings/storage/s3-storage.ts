import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { StorageFull, type RecordingStorage } from './recording-storage.js';

export interface S3Settings {
  /** Of the bucket, path style, without a slash at the end: `https://s3.example.org/recordings`. */
  bucketUrl: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Milliseconds that a request may take: a segment is less than a megabyte. */
const PATIENCE = 20_000;
/** Attempts beyond the first when the storage says that it is busy. */
const RETRIES = 2;
/** Words of S3, MinIO, Ceph and Garage for a bucket that takes no more. */
const NO_ROOM = /<Code>(?:QuotaExceeded|XMinioStorageFull|XMinioAdminBucketQuotaExceeded|ServiceQuotaExceeded|NotEnoughSpace)<\/Code>/;

/** Recordings in a bucket of anything that speaks S3. Its media are handed on by this server, so that nobody needs to know of it. */
export class S3Storage implements RecordingStorage {
  private readonly client: AwsClient;
  private readonly bucketUrl: string;

  constructor({ bucketUrl, region, accessKeyId, secretAccessKey }: S3Settings) {
    this.bucketUrl = bucketUrl;
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: RETRIES });
  }

  async write(name: string, media: readonly Buffer[]): Promise<void> {
    const answer = await this.ask('PUT', name, Buffer.concat(media));
    if (answer.ok) return void (await answer.arrayBuffer());
    throw await refusal('PUT', name, answer);
  }

  async read(name: string): Promise<Readable | null> {
    const answer = await this.ask('GET', name);
    if (answer.ok && answer.body !== null) return Readable.fromWeb(answer.body as ReadableStream);
    if (answer.status !== 404) throw await refusal('GET', name, answer);
    await answer.body?.cancel();
    return null;
  }

  async remove(names: readonly string[]): Promise<void> {
    for (const name of names) {
      const answer = await this.ask('DELETE', name);
      if (!answer.ok && answer.status !== 404) throw await refusal('DELETE', name, answer);
      await answer.body?.cancel();
    }
  }

  private async ask(method: string, name: string, body?: Buffer): Promise<Response> {
    return await this.client.fetch(`${this.bucketUrl}/${name}`, {
      method, signal: AbortSignal.timeout(PATIENCE), ...(body === undefined ? {} : { body: new Uint8Array(body) }),
    });
  }
}

async function refusal(method: string, name: string, answer: Response): Promise<Error> {
  const text = await answer.text();
  if (answer.status === 507 || NO_ROOM.test(text)) return new StorageFull('the bucket of recordings takes no more');
  return new Error(`the storage of recordings answered ${answer.status} to ${method} ${name}: ${/<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? 'no reason'}`);
}
