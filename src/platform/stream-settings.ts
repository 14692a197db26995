import { z } from 'zod';

const PORTS = 'the first and the last UDP port that streams may arrive on, such as 10000-10199';
const HOST = /^(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])$/i;

/** What Meridian reads of streams: see configuration.ts. */
export const STREAM_VARIABLES = {
  MERIDIAN_STREAMS: z.enum(['0', '1'], { error: '1 to take in and send streams in this process, 0 not to' }).default('1'),
  MERIDIAN_FFMPEG: z.string().min(1).optional(),
  MERIDIAN_STREAM_HOST: z.string().regex(HOST, { error: 'the name that encoders send to, such as stream.example.org' }).optional(),
  MERIDIAN_RTMP_PORT: z.coerce.number({ error: 'a port number from 1 to 65535, or 0 for any free one' }).int().min(0).max(65_535).default(1935),
  MERIDIAN_STREAM_PORTS: z
    .string()
    .regex(/^\d{1,5}-\d{1,5}$/, { error: PORTS })
    .transform((text) => {
      const [first = 0, last = 0] = text.split('-').map(Number);
      return { first, last };
    })
    .refine(({ first, last }) => first >= 1 && first <= last && last <= 65_535, { error: PORTS })
    .default({ first: 10_000, last: 10_199 }),
  MERIDIAN_STREAM_HOSTS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
    .refine((parts) => parts.every((part) => /^(?:private:)?(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])$/.test(part)), {
      error: 'names of hosts that HLS may be taken from, such as live.example.org,private:mediamtx (those in your own network with private: before them)',
    })
    .optional(),
  MERIDIAN_MEDIAMTX_SECRET: z.string().min(16, { error: 'at least 16 letters that MediaMTX and this server share' }).optional(),
};

export interface StreamSettings {
  /** Whether this process may take in and send streams. One process at a time does. */
  isOn: boolean;
  /** A path or a name on the PATH; undefined: the system's or npm's. */
  ffmpeg: string | undefined;
  /** What encoders are told to send to. */
  host: string;
  /** Where venues publish to by RTMP; 0: any free one. */
  rtmpPort: number;
  /** UDP, both ends included: each SRT or MPEG-TS input has one. */
  ports: { first: number; last: number };
  /** Hosts that HLS may be taken from. `private:` before a name: it may be in the operator's own network. */
  hosts: readonly string[];
  /** Undefined: MediaMTX is not answered. */
  mediamtxSecret: string | undefined;
}

type Given = z.infer<z.ZodObject<typeof STREAM_VARIABLES>>;

export function streamSettings(given: Given, publicUrl: string | undefined): StreamSettings {
  return {
    isOn: given.MERIDIAN_STREAMS === '1',
    ffmpeg: given.MERIDIAN_FFMPEG,
    host: given.MERIDIAN_STREAM_HOST ?? (publicUrl === undefined ? 'localhost' : new URL(publicUrl).hostname),
    rtmpPort: given.MERIDIAN_RTMP_PORT,
    ports: given.MERIDIAN_STREAM_PORTS,
    hosts: given.MERIDIAN_STREAM_HOSTS ?? [],
    mediamtxSecret: given.MERIDIAN_MEDIAMTX_SECRET,
  };
}
