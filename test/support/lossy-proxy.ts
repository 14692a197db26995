import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { seededRandom, type Random } from '../../src/demo/random.js';

/** How likely each fault is for one piece of data that passes. */
export interface Faults {
  /** Held back for up to 60 ms. */
  delay: number;
  /** Nothing passes for 200 to 1,200 ms. */
  stall: number;
  /** The connection is cut, with what is on its way. */
  cut: number;
}

export interface LossyProxy {
  /** `http://127.0.0.1:PORT`. */
  url: string;
  /** From now on everything passes as it comes. */
  calm: () => void;
  cuts: () => number;
  stalls: () => number;
  close: () => Promise<void>;
}

/** A TCP proxy on a bad network: the same seed makes the same faults for the same traffic. */
export async function aLossyProxy(target: string, faults: Faults, seed: number): Promise<LossyProxy> {
  const { hostname, port } = new URL(target);
  const random = seededRandom(seed);
  const open = new Set<Socket>();
  const counted = { cuts: 0, stalls: 0 };
  let calm = false;

  const server: Server = createServer((near) => {
    const far = connect(Number(port), hostname);
    const cut = (): void => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      open.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        open.delete(socket);
        cut();
      });
    }
    const carry = (from: Socket, to: Socket): void => {
      from.on('data', (data) => {
        const wait = calm ? 0 : fault(random, faults);
        if (wait === 'cut') {
          counted.cuts += 1;
          return cut();
        }
        if (wait >= 200) counted.stalls += 1;
        // paused meanwhile: what comes later stays behind, as in one stream it must
        from.pause();
        const pass = (): void => {
          if (to.destroyed || to.write(data)) from.resume();
          else to.once('drain', () => from.resume());
        };
        if (wait === 0) pass();
        else setTimeout(pass, wait);
      });
      from.on('end', () => to.end());
    };
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calm: () => (calm = true),
    cuts: () => counted.cuts,
    stalls: () => counted.stalls,
    close: async () => {
      open.forEach((socket) => socket.destroy());
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Milliseconds to wait, or a cut. */
function fault(random: Random, faults: Faults): number | 'cut' {
  const drawn = random.next();
  if (drawn < faults.cut) return 'cut';
  if (drawn < faults.cut + faults.stall) return 200 + random.next() * 1_000;
  if (drawn < faults.cut + faults.stall + faults.delay) return random.next() * 60;
  return 0;
}
