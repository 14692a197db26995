import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { anS3Server, S3_ACCOUNT, signatureOf, type S3Server } from '../../../../test/support/an-s3-server.js';
import { DiskStorage } from './disk-storage.js';
import { StorageFull, type RecordingStorage } from './recording-storage.js';
import { S3Storage } from './s3-storage.js';

let folder: string;
let server: S3Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-storage-'));
  server = await anS3Server();
});
afterAll(async () => {
  await server.close();
  for (const own of mounted) await promisify(execFile)('umount', [own]);
  await rm(folder, { recursive: true });
});

const bytesOf = async (stream: Readable | null): Promise<Buffer | null> => (stream === null ? null : Buffer.concat((await stream.toArray()) as Buffer[]));
const mounted: string[] = [];

/** A file system of 100 kB of its own, in memory; null where it cannot be mounted. */
async function aSmallDisk(): Promise<string | null> {
  const own = await mkdtemp(join(folder, 'small-'));
  const isMounted = await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'size=100k', 'tmpfs', own]).then(() => true, () => false);
  if (isMounted) mounted.push(own);
  return isMounted ? own : null;
}

const name = 'channel-1/aB_-cd.first2.m4s';

describe.each<[string, () => RecordingStorage]>([
  ['on disk', () => new DiskStorage(join(folder, 'disk'), 0)],
  ['in a bucket', () => new S3Storage({ bucketUrl: server.bucketUrl, ...S3_ACCOUNT })],
])('recordings %s', (_where, open) => {
  it('are read as they were written, and gone once they are removed', async () => {
    const storage = open();
    const parts = [Buffer.from('one '), Buffer.alloc(300_000, 7), Buffer.from(' three')];
    await storage.write(name, parts);
    await storage.write('channel-2/other.m4s', [Buffer.from('stays')]);
    expect((await bytesOf(await storage.read(name)))?.equals(Buffer.concat(parts))).toBe(true);
    await storage.remove([name, 'channel-1/never-was.m4s']);
    expect(await storage.read(name)).toBeNull();
    expect((await bytesOf(await storage.read('channel-2/other.m4s')))?.toString()).toBe('stays');
  });

  it('may be written again under the same name', async () => {
    const storage = open();
    for (const text of ['the same', 'the same']) await storage.write(name, [Buffer.from(text)]);
    expect((await bytesOf(await storage.read(name)))?.toString()).toBe('the same');
  });
});

describe('the disk', () => {
  it('takes no more where what stays free would not, and leaves nothing behind', async () => {
    const own = join(folder, 'full');
    const { blocks, bsize } = await statfs(folder);
    const storage = new DiskStorage(own, blocks * bsize);
    await expect(storage.write(name, [Buffer.alloc(1_000)])).rejects.toBeInstanceOf(StorageFull);
    expect((await readdir(own, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())).toEqual([]);
  });

  it('that is truly full keeps what it has, takes no piece of what is new, and takes it once there is room', async () => {
    const own = await aSmallDisk();
    // only root may mount one, and only on Linux
    if (own === null) return;
    const storage = new DiskStorage(own, -Infinity);
    await storage.write('channel-1/first.m4s', [Buffer.alloc(40_000, 1)]);
    await expect(storage.write(name, [Buffer.alloc(10_000, 2), Buffer.alloc(90_000, 2)])).rejects.toBeInstanceOf(StorageFull);
    expect((await readdir(own, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name)).toEqual(['first.m4s']);
    expect(await bytesOf(await storage.read('channel-1/first.m4s'))).toHaveLength(40_000);
    await storage.remove(['channel-1/first.m4s']);
    await storage.write(name, [Buffer.alloc(30_000, 2), Buffer.alloc(40_000, 2)]);
    expect(await bytesOf(await storage.read(name))).toHaveLength(70_000);
  });

  it('has whole files only, spread over folders', async () => {
    const own = join(folder, 'spread');
    await new DiskStorage(own, 0).write(name, [Buffer.from('a'), Buffer.from('b')]);
    expect(await readFile(join(own, 'channel-1', 'aB', 'aB_-cd.first2.m4s'), 'utf8')).toBe('ab');
    expect((await readdir(own, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())).toHaveLength(1);
  });

  it.each(['../secret/file', 'channel/../../file', '/etc/passwd', 'channel/.hidden', 'channel/a/b'])('has no file called %s', async (hostile) => {
    await expect(new DiskStorage(join(folder, 'disk'), 0).read(hostile)).rejects.toThrow('not a name');
  });
});

describe('a bucket', () => {
  it('is asked with the signature that the documentation of S3 works out for its own example', () => {
    // https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
    const headers = {
      host: 'examplebucket.s3.amazonaws.com', range: 'bytes=0-9', 'x-amz-date': '20130524T000000Z',
      'x-amz-content-sha256': 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      authorization: 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,Signature=',
    };
    expect(signatureOf({ method: 'GET', path: '/test.txt', headers }, 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY')).toBe('f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41');
  });

  it('is not written to with a wrong secret, and the error tells neither it nor the key', async () => {
    const storage = new S3Storage({ bucketUrl: server.bucketUrl, ...S3_ACCOUNT, secretAccessKey: 'a-wrong-one' });
    await expect(storage.write(name, [Buffer.from('x')])).rejects.toThrow(/^the storage of recordings answered 403 to PUT channel-1\/aB_-cd\.first2\.m4s: SignatureDoesNotMatch$/);
  });

  it('that is not there is an error', async () => {
    const storage = new S3Storage({ bucketUrl: server.bucketUrl.replace('/recordings', '/elsewhere'), ...S3_ACCOUNT });
    await expect(storage.write(name, [Buffer.from('x')])).rejects.toThrow(/404 .*NoSuchBucket/);
  });

  it.each([[507, 'NotEnough'], [403, 'QuotaExceeded'], [400, 'XMinioAdminBucketQuotaExceeded']])('that answers %i %s is full', async (status, code) => {
    const storage = new S3Storage({ bucketUrl: server.bucketUrl, ...S3_ACCOUNT });
    server.refuseWrites({ status, code });
    await expect(storage.write(name, [Buffer.from('x')])).rejects.toBeInstanceOf(StorageFull);
    server.refuseWrites(null);
  });
});
