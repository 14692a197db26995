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

/** With a clock that goes on when it is told to. */
function aPacer() {
  const handedOn: string[] = [];
  const clock = { now: 1_000_000 };
  const pacer = new TsPacer((bytes) => handedOn.push(lettersOf(bytes)), () => clock.now);
  return { pacer, clock, letters: () => handedOn };
}

it('hands on what came at once when its clock says so, whole and in order', async () => {
  const { pacer, clock, letters } = aPacer();
  const all = Buffer.concat([more('p'), at(5_000, 'a'), more('b'), at(5_100, 'c'), at(5_250, 'd'), more('e')]);
  pacer.push(all.subarray(0, 300));
  pacer.push(all.subarray(300));
  expect(letters()).toEqual(['p', 'ab']);
  const drained = pacer.drained();
  clock.now += 249;
  while (letters().length < 3) await new Promise(setImmediate);
  expect(letters()).toEqual(['p', 'ab', 'c']);
  clock.now += 1;
  await drained;
  expect(letters()).toEqual(['p', 'ab', 'c', 'de']);
});

it('takes a clock that jumps for another one, and waits for neither', async () => {
  const { pacer, clock, letters } = aPacer();
  for (const [time, letter] of [[90_000_000, 'a'], [0, 'b'], [60_000, 'c'], [60_010, 'd']] as const) pacer.push(at(time, letter));
  expect(letters()).toEqual(['a', 'b', 'c']);
  clock.now += 10;
  await pacer.drained();
  expect(letters()).toEqual(['a', 'b', 'c', 'd']);
});

it('hands on at once what came late', async () => {
  const { pacer, clock, letters } = aPacer();
  pacer.push(at(0, 'a'));
  await pacer.drained();
  clock.now += 40;
  expect(pacer.dryFor).toBe(40);
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
