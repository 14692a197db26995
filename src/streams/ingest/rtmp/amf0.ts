/** A peer that does not speak RTMP as we understand it, or asks for more than anybody needs: the connection ends. */
export class BadRtmp extends Error {
  override name = 'BadRtmp';
}

/** Values of Adobe's Action Message Format 0, as far as encoders send them. */
export type AmfValue = string | number | boolean | null | AmfObject | AmfValue[];
export interface AmfObject {
  [name: string]: AmfValue;
}

const MOST_DEPTH = 6;
const MOST_VALUES = 300;

const NUMBER = 0;
const BOOLEAN = 1;
const STRING = 2;
const OBJECT = 3;
const NULL = 5;
const UNDEFINED = 6;
const ECMA_ARRAY = 8;
const OBJECT_END = 9;
const STRICT_ARRAY = 10;
const DATE = 11;
const LONG_STRING = 12;

/** @throws BadRtmp */
export function decodeAmf(bytes: Buffer): AmfValue[] {
  const reader = new AmfReader(bytes);
  const values: AmfValue[] = [];
  while (!reader.isAtEnd) values.push(reader.value(0));
  return values;
}

class AmfReader {
  private at = 0;
  private count = 0;

  constructor(private readonly bytes: Buffer) {}

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length;
  }

  value(depth: number): AmfValue {
    this.count += 1;
    if (depth > MOST_DEPTH || this.count > MOST_VALUES) throw new BadRtmp('values that are too many or too deep');
    const type = this.bytes.readUInt8(this.take(1));
    switch (type) {
      case NUMBER:
        return this.bytes.readDoubleBE(this.take(8));
      case BOOLEAN:
        return this.bytes.readUInt8(this.take(1)) !== 0;
      case STRING:
        return this.text(this.bytes.readUInt16BE(this.take(2)));
      case LONG_STRING:
        return this.text(this.bytes.readUInt32BE(this.take(4)));
      case NULL:
      case UNDEFINED:
        return null;
      case ECMA_ARRAY:
        this.take(4);
        return this.object(depth);
      case OBJECT:
        return this.object(depth);
      case STRICT_ARRAY: {
        const length = this.bytes.readUInt32BE(this.take(4));
        if (length > MOST_VALUES) throw new BadRtmp('an array that is too long');
        return Array.from({ length }, () => this.value(depth + 1));
      }
      case DATE: {
        const milliseconds = this.bytes.readDoubleBE(this.take(8));
        this.take(2);
        return milliseconds;
      }
      default:
        throw new BadRtmp('a value of a kind that encoders do not send');
    }
  }

  private object(depth: number): AmfObject {
    // what they call a property is theirs to choose: `__proto__` too
    const properties: [string, AmfValue][] = [];
    for (;;) {
      const name = this.text(this.bytes.readUInt16BE(this.take(2)));
      if (name === '' && this.bytes[this.at] === OBJECT_END) {
        this.take(1);
        return Object.fromEntries(properties);
      }
      properties.push([name, this.value(depth + 1)]);
    }
  }

  private text(length: number): string {
    const at = this.take(length);
    return this.bytes.toString('utf8', at, at + length);
  }

  private take(length: number): number {
    if (length > this.bytes.length - this.at) throw new BadRtmp('a value that ends too early');
    const { at } = this;
    this.at += length;
    return at;
  }
}

export function encodeAmf(...values: readonly AmfValue[]): Buffer {
  return Buffer.concat(values.map(encodeValue));
}

function encodeValue(value: AmfValue): Buffer {
  if (value === null) return Buffer.from([NULL]);
  if (typeof value === 'boolean') return Buffer.from([BOOLEAN, value ? 1 : 0]);
  if (typeof value === 'string') return Buffer.concat([Buffer.from([STRING]), text(value)]);
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(9);
    bytes.writeDoubleBE(value, 1);
    return bytes;
  }
  if (Array.isArray(value)) throw new RangeError('we send no arrays');
  const properties = Object.entries(value).flatMap(([name, one]) => [text(name), encodeValue(one)]);
  return Buffer.concat([Buffer.from([OBJECT]), ...properties, Buffer.from([0, 0, OBJECT_END])]);
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
