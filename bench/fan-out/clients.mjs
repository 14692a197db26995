// The bench's clients, in a process of their own: as little work a message as JavaScript can do, so that the server is what is measured.
import { connect } from 'node:net';

const AT_ONCE = 100;
let received = 0;
let until = Infinity;

process.on('message', async (order) => {
  if (order.do === 'join') {
    const start = performance.now();
    await join(order);
    process.send({ is: 'joined', milliseconds: performance.now() - start });
  } else {
    received = 0;
    until = order.until;
    process.send({ is: 'counting' });
  }
});

async function join({ variant, port, n, tokens }) {
  let next = 0;
  const one = async () => {
    for (; next < n; ) {
      next += 1;
      await (variant === 'ws' ? open(port, '/', []) : open(port, '/socket.io/?EIO=4&transport=websocket', steps(tokens[0])));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** What a Socket.IO client says, and what it waits for before each: open, connected, followed. */
const steps = (token) => [
  { after: '0', say: `40${JSON.stringify({ token, protocol: 1 })}` },
  { after: '40', say: `420${JSON.stringify(['agenda:follow', { conference: 'bench', since: 0 }])}` },
  { after: '430', say: null },
];

/** Opens a websocket, takes the steps, then counts frames. Resolves after the last step. */
async function open(port, path, steps) {
  const socket = connect(port, '127.0.0.1').setNoDelay(true);
  socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n`);
  let kept = Buffer.alloc(0);
  let upgraded = false;
  const left = [...steps];
  await new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed a socket')));
    socket.on('data', (data) => {
      kept = kept.length === 0 ? data : Buffer.concat([kept, data]);
      if (!upgraded) {
        const end = kept.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!kept.subarray(0, 12).equals(Buffer.from('HTTP/1.1 101'))) return reject(new Error(kept.subarray(0, end).toString()));
        upgraded = true;
        kept = kept.subarray(end + 4);
        if (left.length === 0) resolve();
      }
      kept = frames(kept, (start, length) => {
        const [step] = left;
        if (step === undefined) return count(kept, start, socket);
        const text = kept.toString('latin1', start, start + Math.min(length, 3));
        if (!text.startsWith(step.after)) return;
        left.shift();
        if (step.say !== null) socket.write(masked(step.say));
        if (left.length === 0) resolve();
      });
    });
  });
}

function count(buffer, start, socket) {
  // engine.io's ping wants its pong
  if (buffer[start] === 0x32) return void socket.write(masked('3'));
  // the changes only: a brace from a plain server, 42["agenda:changed" from the others, which may tell more
  if (buffer[start] !== 0x7b && buffer[start + 4] !== 0x61) return;
  received += 1;
  if (received === until) process.send({ is: 'counted' });
}

/** Calls back for each whole frame; answers what is left of the last one. */
function frames(buffer, found) {
  let at = 0;
  for (; at + 2 <= buffer.length; ) {
    let length = buffer[at + 1];
    let header = 2;
    if (length === 126) {
      if (at + 4 > buffer.length) break;
      length = buffer.readUInt16BE(at + 2);
      header = 4;
    } else if (length === 127) {
      if (at + 10 > buffer.length) break;
      length = Number(buffer.readBigUInt64BE(at + 2));
      header = 10;
    }
    if (at + header + length > buffer.length) break;
    found(at + header, length);
    at += header + length;
  }
  return buffer.subarray(at);
}

/** A client's frame: masked, as the protocol wants, with a mask of zeros. */
function masked(text) {
  const payload = Buffer.from(text);
  const header = payload.length < 126 ? Buffer.from([0x81, 0x80 | payload.length]) : Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([header, Buffer.alloc(4), payload]);
}
