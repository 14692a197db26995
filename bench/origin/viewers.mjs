// Viewers in one process. Each has a picture and a sound, and for each of them one connection for playlists and one for parts, as a browser does:
// the next playlist is asked for as soon as one came (the server holds it back), and each new part that it names is fetched.
import { connect } from 'node:net';

const TRACKS = ['video-720', 'audio-en'];
/** Milliseconds over which the audience comes. */
const ARRIVAL = 5_000;
const LATE = 1_000;
let figures = null;

process.on('message', async (message) => {
  if (message.do === 'watch') {
    await watch(message);
    process.send({ is: 'watching' });
  } else if (message.do === 'measure') {
    figures = { requests: 0, bytes: 0, refused: 0, delays: [], usage: process.cpuUsage(), at: performance.now() };
  } else {
    const { requests, bytes, refused, delays, usage, at } = figures;
    const { user, system } = process.cpuUsage(usage);
    delays.sort((a, b) => a - b);
    const of = (share) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? NaN;
    process.send({
      is: 'measured', requests, bytes, refused, parts: delays.length, late: delays.filter((delay) => delay > LATE).length,
      p50: of(0.5), p95: of(0.95), p99: of(0.99), core: (user + system) / 1000 / (performance.now() - at),
    });
  }
});

async function watch({ port, viewers }) {
  const begun = [];
  for (let viewer = 0; viewer < viewers; viewer += 1) {
    for (const track of TRACKS) begun.push(follow(port, `/streams/play/viewer-${viewer}/stage/${track}.m3u8`));
    await new Promise((resolve) => setTimeout(resolve, ARRIVAL / viewers));
  }
  await Promise.all(begun);
}

/** Resolves once it has its first playlist; goes on for ever. */
async function follow(port, path) {
  const [playlists, parts] = [new Connection(port), new Connection(port)];
  let edge = readEdge(await playlists.get(path));
  void (async () => {
    for (;;) {
      const text = await playlists.get(`${path}?_HLS_msn=${edge.next.sequence}&_HLS_part=${edge.next.part}&_HLS_skip=YES`);
      // a refusal is asked again after a moment, as players do
      if (text === null) await new Promise((resolve) => setTimeout(resolve, 500));
      else {
        const before = edge.newest;
        edge = readEdge(text);
        for (const uri of edge.after(before)) void parts.get(uri, true);
      }
    }
  })();
}

/** The number and parts at the end of a playlist, and what to ask for next. */
function readEdge(text) {
  let sequence = Number(/#EXT-X-MEDIA-SEQUENCE:(\d+)/.exec(text)[1]) + Number(/SKIPPED-SEGMENTS=(\d+)/.exec(text)?.[1] ?? 0);
  let part = 0;
  const uris = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    if (text.startsWith('#EXT-X-PART:', start)) {
      uris.push({ place: sequence * 100 + part, uri: /URI="([^"]*)"/.exec(text.slice(start, end))[1] });
      part += 1;
    } else if (text.startsWith('#EXTINF', start)) {
      sequence += 1;
      part = 0;
    }
    start = end + 1;
  }
  return { newest: uris.at(-1)?.place ?? 0, next: { sequence, part }, after: (place) => uris.filter((one) => one.place > place).map(({ uri }) => uri) };
}

/** HTTP/1.1 as little as it takes: one request after the other, answers with a length. */
class Connection {
  waiting = [];
  head = '';
  left = 0;
  body = [];
  stamp = null;

  constructor(port) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => this.read(chunk));
    this.socket.on('error', (error) => { throw error; });
  }

  /** The text of a playlist, null where it is refused; of media their arrival is noted and nothing kept. */
  async get(path, isMedia = false) {
    return await new Promise((resolve) => {
      this.waiting.push({ resolve, isMedia, path });
      if (this.waiting.length === 1) this.send();
    });
  }

  send() {
    this.socket.write(`GET ${this.waiting[0].path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\nUser-Agent: viewer\r\n\r\n`);
  }

  read(chunk) {
    if (figures !== null) figures.bytes += chunk.length;
    let rest = chunk;
    if (this.left === 0) {
      const before = this.head.length;
      this.head += chunk.toString('latin1');
      const end = this.head.indexOf('\r\n\r\n');
      if (end === -1) return;
      rest = chunk.subarray(end + 4 - before);
      this.status = Number(this.head.slice(9, 12));
      this.left = Number(/content-length: (\d+)/i.exec(this.head)[1]);
      this.head = '';
    }
    this.left -= rest.length;
    const { isMedia } = this.waiting[0];
    if (isMedia) this.stamp ??= rest.length >= 8 ? rest.readDoubleLE() : null;
    else this.body.push(rest);
    if (this.left === 0) this.end();
  }

  end() {
    const { resolve, isMedia } = this.waiting.shift();
    if (figures !== null) {
      figures.requests += 1;
      if (this.status !== 200) figures.refused += 1;
      else if (isMedia && this.stamp !== null) figures.delays.push(performance.timeOrigin + performance.now() - this.stamp);
    }
    const text = isMedia || this.status !== 200 ? null : Buffer.concat(this.body).toString('latin1');
    this.body = [];
    this.stamp = null;
    if (this.waiting.length > 0) this.send();
    resolve(text);
  }
}
