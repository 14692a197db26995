import { encoderSheets } from './encoder-lines.js';

const srt = { kind: 'srt', address: 'srt://ingest.example.org:10000?mode=caller&latency=800000&pbkeylen=16', latencyMs: 800 } as const;

describe('what is typed into an encoder', () => {
  it('is a server and a key, or both as one address', () => {
    const rtmp = { kind: 'rtmp', address: 'rtmp://ingest.example.org/live', latencyMs: null } as const;
    expect(encoderSheets(rtmp, { kind: 'stream-key', value: 'k' })).toEqual([
      { sheet: 'obs', lines: [{ name: 'server', value: 'rtmp://ingest.example.org/live' }, { name: 'streamKey', value: 'k' }] },
      { sheet: 'hardware', lines: [{ name: 'url', value: 'rtmp://ingest.example.org/live/k' }] },
    ]);
    expect(encoderSheets(rtmp, null).flatMap(({ lines }) => lines).filter(({ value }) => value === null).map(({ name }) => name)).toEqual(['streamKey', 'url']);
  });

  it('has SRT’s passphrase in the address for OBS, and apart for hardware', () => {
    expect(encoderSheets(srt, { kind: 'passphrase', value: 'p' })).toEqual([
      { sheet: 'obs', lines: [{ name: 'server', value: `${srt.address}&passphrase=p` }, { name: 'streamKey', value: '' }] },
      {
        sheet: 'hardware',
        lines: [
          { name: 'host', value: 'ingest.example.org' }, { name: 'port', value: '10000' }, { name: 'mode', value: 'Caller' }, { name: 'latency', value: '800 ms' },
          { name: 'encryption', value: 'AES-128' }, { name: 'passphrase', value: 'p' },
        ],
      },
    ]);
  });

  it('is host and port of a receiver, and nothing where we fetch', () => {
    const lines = encoderSheets({ kind: 'udp', address: 'udp://239.1.2.3:10001?pkt_size=1316', latencyMs: null }, null)[0]?.lines;
    expect(lines?.map(({ value }) => value)).toEqual(['239.1.2.3', '10001', 'MPEG-TS', 'udp://239.1.2.3:10001?pkt_size=1316']);
    expect(encoderSheets({ kind: 'hls', address: 'https://origin.example.org/a.m3u8', latencyMs: null }, null)).toEqual([]);
  });
});
