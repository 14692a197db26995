import { createHash } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { problem, type ProblemError } from '../../platform/problems/problem-error.js';

/** Pixels of each side. */
const SIDE = 512;
/** A small file may hold a picture that fills the memory: so many pixels are decoded at most. */
const MOST_PIXELS = 50_000_000;
/** What is read, told by the bytes and not by what the sender calls them. SVG is a document, and no picture here. */
const ACCEPTED: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'heif']);

export interface Photo {
  /** SHA-256 of the image, in hex. */
  hash: string;
  /** WebP, a square. */
  image: Buffer;
}

/**
 * Draws a picture anew: turned upright, cut to a square, without metadata (where it was taken, with which camera). What was
 * uploaded is never served. @throws ProblemError `invalid-input`
 */
export async function reencodePhoto(body: unknown): Promise<Photo> {
  if (!Buffer.isBuffer(body) || body.length === 0) throw notAPicture();
  const picture = await open(body);
  try {
    const image = await picture.rotate().resize(SIDE, SIDE, { fit: 'cover', position: 'attention' }).webp({ quality: 82 }).toBuffer();
    return { hash: createHash('sha256').update(image).digest('hex'), image };
  } catch {
    throw notAPicture();
  }
}

async function open(body: Buffer): Promise<Sharp> {
  const picture = sharp(body, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
  const format = await picture.metadata().then(
    (metadata) => metadata.format as string,
    () => '',
  );
  if (!ACCEPTED.has(format)) throw notAPicture();
  return picture;
}

const notAPicture = (): ProblemError =>
  problem('invalid-input', 'This file is not a picture that we can read. Choose a JPEG, PNG, WebP or AVIF.', {
    errors: [{ path: '/photo', message: 'Choose a JPEG, PNG, WebP or AVIF picture.' }],
  });
