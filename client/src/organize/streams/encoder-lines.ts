import type { StreamInput, StreamSecret } from '@contract/streams.js';

export type LineName = 'server' | 'streamKey' | 'url' | 'host' | 'port' | 'mode' | 'latency' | 'passphrase' | 'encryption' | 'format';

/** One thing to type into an encoder. `value` null: a secret that is no longer known. Empty: the field stays empty. */
export interface EncoderLine {
  name: LineName;
  value: string | null;
}

export interface EncoderSheet {
  sheet: 'obs' | 'hardware' | 'receiver';
  lines: readonly EncoderLine[];
}

type Described = Pick<StreamInput, 'kind' | 'address' | 'latencyMs'>;

/** What is typed where so that an encoder sends to an input. Nothing of one that we fetch or make ourselves. */
export function encoderSheets({ kind, address, latencyMs }: Described, secret: StreamSecret | null): readonly EncoderSheet[] {
  const value = secret?.value ?? null;
  switch (kind) {
    case 'rtmp':
      return [
        { sheet: 'obs', lines: [{ name: 'server', value: address }, { name: 'streamKey', value }] },
        { sheet: 'hardware', lines: [{ name: 'url', value: value === null ? null : `${address}/${value}` }] },
      ];
    case 'srt': {
      const { hostname, port } = partsOf(address);
      return [
        { sheet: 'obs', lines: [{ name: 'server', value: value === null ? null : `${address}&passphrase=${value}` }, { name: 'streamKey', value: '' }] },
        {
          sheet: 'hardware',
          lines: [
            { name: 'host', value: hostname }, { name: 'port', value: port }, { name: 'mode', value: 'Caller' }, { name: 'latency', value: `${latencyMs ?? 0} ms` },
            { name: 'encryption', value: 'AES-128' }, { name: 'passphrase', value },
          ],
        },
      ];
    }
    case 'udp': {
      const { hostname, port } = partsOf(address);
      return [{ sheet: 'receiver', lines: [{ name: 'host', value: hostname }, { name: 'port', value: port }, { name: 'format', value: 'MPEG-TS' }, { name: 'url', value: address }] }];
    }
    case 'hls':
    case 'test':
      return [];
  }
}

/** Browsers read the host only out of addresses of the web. */
const partsOf = (address: string): URL => new URL(address.replace(/^\w+:/, 'http:'));
