import { join, resolve } from 'node:path';
import { z } from 'zod';

const FOLDER = 'recordings';
const GIGABYTE = 1_000_000_000;

/** What Meridian reads of recordings: see configuration.ts. */
export const RECORDING_VARIABLES = {
  MERIDIAN_RECORDINGS_DIR: z.string().min(1).optional(),
  MERIDIAN_RECORDINGS_MAX_GB: z.coerce.number({ error: 'gigabytes that recordings may take, such as 500' }).positive().max(1_000_000).optional(),
  MERIDIAN_RECORDINGS_S3_URL: z
    .url({ protocol: /^https?$/, error: 'the address of a bucket, such as https://s3.example.org/recordings' })
    .transform((text) => text.replace(/\/+$/, ''))
    .optional(),
  MERIDIAN_RECORDINGS_S3_REGION: z.string().min(1).default('us-east-1'),
  MERIDIAN_RECORDINGS_S3_KEY_ID: z.string().min(1).optional(),
  MERIDIAN_RECORDINGS_S3_SECRET: z.string().min(1).optional(),
};

export interface RecordingSettings {
  /** Absolute. */
  folder: string;
  /** Bytes that all recordings may take together; null: as far as the storage goes. */
  limit: number | null;
  /** In a bucket instead of the folder; undefined: on disk. */
  s3: { bucketUrl: string; region: string; accessKeyId: string; secretAccessKey: string } | undefined;
}

type Given = z.infer<z.ZodObject<typeof RECORDING_VARIABLES>>;

/** Null where what is given of the bucket is not all of it. */
export function recordingSettings(given: Given, dataDirectory: string): RecordingSettings | null {
  const {
    MERIDIAN_RECORDINGS_S3_URL: bucketUrl, MERIDIAN_RECORDINGS_S3_REGION: region,
    MERIDIAN_RECORDINGS_S3_KEY_ID: accessKeyId, MERIDIAN_RECORDINGS_S3_SECRET: secretAccessKey,
    MERIDIAN_RECORDINGS_MAX_GB: most, MERIDIAN_RECORDINGS_DIR: folder,
  } = given;
  const disk = { folder: folder === undefined ? join(dataDirectory, FOLDER) : resolve(folder), limit: most === undefined ? null : most * GIGABYTE };
  if (bucketUrl === undefined && accessKeyId === undefined && secretAccessKey === undefined) return { ...disk, s3: undefined };
  if (bucketUrl === undefined || accessKeyId === undefined || secretAccessKey === undefined) return null;
  return { ...disk, s3: { bucketUrl, region, accessKeyId, secretAccessKey } };
}
