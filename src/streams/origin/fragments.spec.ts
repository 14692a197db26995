import fc from 'fast-check';
import { BoxStream } from './box-stream.js';
import { BadMedia, boxesIn } from './boxes.js';
import { readFragment, writeFragment, type Sample, type TrackFragment } from './fragments.js';
import { readMovie } from './read-movie.js';

const NO_DEFAULTS = { duration: 0, size: 0, flags: 0 };

const someSamples = fc
  .array(fc.record({ duration: fc.constantFrom(0, 512, 1024, 4_000_000_000), offset: fc.integer({ min: -2000, max: 2000 }), key: fc.boolean(), bytes: fc.uint8Array({ maxLength: 40 }) }), { minLength: 1, maxLength: 40 })
  .chain((samples) => fc.nat({ max: 2 ** 40 }).map((begins): Sample[] => {
    let decodeTime = begins;
    return samples.map((sample) => {
      const placed = { ...sample, decodeTime, bytes: Buffer.from(sample.bytes) };
      decodeTime += sample.duration;
      return placed;
    });
  }));

const read = (fragment: Buffer): TrackFragment[] => {
  const [moof, mdat] = [...boxesIn(fragment)].map(({ start, end }) => fragment.subarray(start, end));
  return readFragment(moof ?? Buffer.alloc(0), mdat ?? Buffer.alloc(0), () => NO_DEFAULTS);
};

/** Reading hostile bytes ends in a result or in `BadMedia`, and in nothing else. */
function endsWell(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(BadMedia);
  }
}

it('reads the samples that were written', () => {
  fc.assert(fc.property(someSamples, fc.integer({ min: 1, max: 9 }), (samples, trackId) => {
    expect(read(writeFragment(trackId, 7, samples))).toEqual([{ trackId, samples }]);
  }));
});

it('is not led astray by bytes that were changed or cut off', () => {
  const changes = fc.array(fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(someSamples, changes, fc.double({ min: 0, max: 1, noNaN: true }), (samples, places, kept) => {
    const fragment = writeFragment(1, 1, samples);
    for (const [place, value] of places) fragment[place % fragment.length] = value;
    endsWell(() => read(fragment.subarray(0, Math.ceil(fragment.length * kept))));
    endsWell(() => readMovie(fragment));
  }), { numRuns: 500 });
});

it('refuses a sample that lies beyond its data, and more samples than there could be', () => {
  const fragment = writeFragment(1, 1, [{ decodeTime: 0, duration: 1, offset: 0, key: true, bytes: Buffer.from('data') }]);
  const size = fragment.indexOf('mdat') - 8;
  const larger = Buffer.from(fragment);
  larger.writeUInt32BE(5, size);
  expect(() => read(larger)).toThrow(new BadMedia('a sample beyond its data'));
  const many = Buffer.from(fragment);
  many.writeUInt32BE(1_000_000, size - 8);
  expect(() => read(many)).toThrow(new BadMedia('too many samples'));
});

describe('a pipe', () => {
  const box = (type: string, content: Uint8Array): Buffer => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(8 + content.length);
    header.write(type, 4, 'latin1');
    return Buffer.concat([header, content]);
  };

  it('yields the same boxes however it is cut', () => {
    const boxes = fc.array(fc.tuple(fc.constantFrom('moof', 'mdat', 'free'), fc.uint8Array({ maxLength: 60 })), { maxLength: 12 });
    fc.assert(fc.property(boxes, fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (content, cuts) => {
      const whole = content.map(([type, bytes]) => box(type, bytes));
      const bytes = Buffer.concat(whole);
      const told: [string, Buffer][] = [];
      const stream = new BoxStream((type, one) => told.push([type, Buffer.from(one)]));
      for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
        const length = cuts[turn % cuts.length]!;
        stream.push(bytes.subarray(at, at + length));
        at += length;
      }
      expect(told).toEqual(content.map(([type], index) => [type, whole[index]]));
    }));
  });

  it('does not wait for a box that is larger than any', () => {
    const stream = new BoxStream(() => undefined);
    expect(() => stream.push(Buffer.from('7fffffff6d646174', 'hex'))).toThrow(new BadMedia('a box that is too large'));
    expect(() => new BoxStream(() => undefined).push(Buffer.from('000000036d646174', 'hex'))).toThrow(new BadMedia('a box smaller than its header'));
  });
});
