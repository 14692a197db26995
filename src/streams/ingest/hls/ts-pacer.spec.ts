import { TsPacer } from './ts-pacer.js';

const PACKET = 188;

/** A packet that says a time, in milliseconds of its clock, and carries a letter. */
function at(milliseconds: number, letter: string): Buffer {
  const packet = Buffer.alloc(PACKET, letter);
  const ticks = milliseconds * 90;
  Buffer.from([0x47, 1, 0, 0x30, 7, 0x10]).copy(packet);
  packet.writeUInt32BE(Math.floor(ticks / 2), 6);
  packet[10] = (ticks % 2) << 7;
  return packet;
}

/** One that says none. */
function more(letter: string): Buffer {
  const packet = Buffer.alloc(PACKET, letter);
  Buffer.from([0x47, 1, 0, 0x10]).copy(packet);
  return packet;
}

const lettersOf = (bytes: Buffer): string => Array.from({ length: bytes.length / PACKET }, (_, index) => String.fromCharCode(bytes[index * PACKET + 100]!)).join('');

function aPacer() {
  const handedOn: { letters: string; at: number }[] = [];
  const began = performance.now();
  const pacer = new TsPacer((bytes) => handedOn.push({ letters: lettersOf(bytes), at: performance.now() - began }));
  return { pacer, handedOn, letters: () => handedOn.map(({ letters }) => letters) };
}

it('hands on what came at once when its clock says so, whole and in order', async () => {
  const { pacer, handedOn, letters } = aPacer();
  const all = Buffer.concat([more('p'), at(5_000, 'a'), more('b'), at(5_100, 'c'), at(5_250, 'd'), more('e')]);
  pacer.push(all.subarray(0, 300));
  pacer.push(all.subarray(300));
  expect(letters()).toEqual(['p', 'ab']);
  await pacer.drained();
  expect(letters()).toEqual(['p', 'ab', 'c', 'de']);
  expect(handedOn.at(-1)!.at).toBeGreaterThanOrEqual(249);
});

it('takes a clock that jumps for another one, and waits for neither', async () => {
  const { pacer, letters } = aPacer();
  for (const [time, letter] of [[90_000_000, 'a'], [0, 'b'], [60_000, 'c'], [60_010, 'd']] as const) pacer.push(at(time, letter));
  await pacer.drained();
  expect(letters()).toEqual(['a', 'b', 'c', 'd']);
});

it('hands on at once what came late', async () => {
  const { pacer, letters } = aPacer();
  pacer.push(at(0, 'a'));
  await pacer.drained();
  while (pacer.dryFor < 40) await new Promise(setImmediate);
  pacer.push(at(20, 'b'));
  pacer.push(at(30, 'c'));
  expect(letters()).toEqual(['a', 'b']);
  expect(pacer.held).toBe(0);
  pacer.close();
});

it('lets nobody wait who waits when it is closed', async () => {
  const { pacer, letters } = aPacer();
  for (const [time, letter] of [[0, 'a'], [9_000, 'b']] as const) pacer.push(at(time, letter));
  const drained = pacer.drained();
  pacer.close();
  await drained;
  expect(letters()).toEqual(['a']);
});
