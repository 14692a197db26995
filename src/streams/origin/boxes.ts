/** Bytes that are no media that we understand: whoever sends them is not believed any further. */
export class BadMedia extends Error {
  override name = 'BadMedia';
}

/** A box of ISO/IEC 14496-12 within a buffer, as offsets into it. */
export interface Box {
  type: string;
  /** Where it begins, its header included. */
  start: number;
  /** Where its content begins. */
  body: number;
  end: number;
}

/** Boxes in one box: real ones have a few dozen. */
const MOST_BOXES = 2_000;

/** @throws BadMedia where a box reaches beyond what holds it */
export function* boxesIn(bytes: Buffer, start = 0, end = bytes.length): Generator<Box> {
  let at = start;
  for (let count = 0; at < end; count += 1) {
    if (count === MOST_BOXES) throw new BadMedia('too many boxes');
    const box = boxAt(bytes, at, end);
    yield box;
    at = box.end;
  }
}

function boxAt(bytes: Buffer, at: number, end: number): Box {
  if (end - at < 8) throw new BadMedia('a box without a header');
  const header = readHeader(bytes, at, end);
  if (header === null || header.size > end - at) throw new BadMedia('a box that reaches beyond its end');
  return { type: header.type, start: at, body: at + header.length, end: at + header.size };
}

export interface BoxHeader {
  type: string;
  /** Bytes of the header. */
  length: number;
  /** Bytes of the whole box. */
  size: number;
}

/**
 * Null while there are too few bytes to tell. A box "until the end of the file" (size 0) has no place in a stream.
 * @throws BadMedia
 */
export function readHeader(bytes: Buffer, at = 0, end = bytes.length): BoxHeader | null {
  if (end - at < 8) return null;
  const short = bytes.readUInt32BE(at);
  const type = bytes.toString('latin1', at + 4, at + 8);
  if (short !== 1) {
    if (short < 8) throw new BadMedia('a box smaller than its header');
    return { type, length: 8, size: short };
  }
  if (end - at < 16) return null;
  const size = bytes.readBigUInt64BE(at + 8);
  if (size < 16n || size > BigInt(Number.MAX_SAFE_INTEGER)) throw new BadMedia('a box of no possible size');
  return { type, length: 16, size: Number(size) };
}

/** The first box down this path: `find(moov, 'trak', 'mdia', 'hdlr')`. */
export function find(bytes: Buffer, within: Box, ...path: readonly string[]): Box | undefined {
  let box: Box | undefined = within;
  for (const type of path) {
    if (box === undefined) return undefined;
    box = childrenOf(bytes, box, type)[0];
  }
  return box;
}

/** @throws BadMedia */
export function childrenOf(bytes: Buffer, within: Box, type: string): Box[] {
  return [...boxesIn(bytes, within.body, within.end)].filter((box) => box.type === type);
}

/** Reads numbers of one box, one after the other, and never beyond its end. */
export class Fields {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
    private readonly end: number,
  ) {}

  static of(bytes: Buffer, box: Box): Fields {
    return new Fields(bytes, box.body, box.end);
  }

  get left(): number {
    return this.end - this.at;
  }

  skip(length: number): this {
    this.take(length);
    return this;
  }

  u8(): number {
    return this.bytes.readUInt8(this.take(1));
  }

  u16(): number {
    return this.bytes.readUInt16BE(this.take(2));
  }

  u32(): number {
    return this.bytes.readUInt32BE(this.take(4));
  }

  i32(): number {
    return this.bytes.readInt32BE(this.take(4));
  }

  /** @throws BadMedia where it is no number that we can reckon with */
  u64(): number {
    const value = this.bytes.readBigUInt64BE(this.take(8));
    if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new BadMedia('a number that is too great');
    return Number(value);
  }

  text(length: number): string {
    const at = this.take(length);
    return this.bytes.toString('latin1', at, at + length);
  }

  private take(length: number): number {
    if (length > this.left) throw new BadMedia('a box that ends too early');
    const { at } = this;
    this.at += length;
    return at;
  }
}
