import { z } from 'zod';

/** What MediaMTX asks before anyone publishes or reads (`authMethod: http`). Newer versions say more: that is passed over. */
export const MediaMtxQuestion = z.object({
  user: z.string().max(1_000).default(''),
  password: z.string().max(1_000).default(''),
  token: z.string().max(4_000).default(''),
  action: z.enum(['publish', 'read', 'playback', 'api', 'metrics', 'pprof']),
  /** Without a slash at either end: `live/KEY`. */
  path: z.string().max(1_000),
  protocol: z.string().max(40).nullish(),
  query: z.string().max(4_000).default(''),
});
export type MediaMtxQuestion = z.infer<typeof MediaMtxQuestion>;

/** What the hooks of our sample configuration say: somebody began to publish at a path, or ended. */
export const MediaMtxWord = z.strictObject({ event: z.enum(['ready', 'not-ready']), path: z.string().min(1).max(1_000) });
export type MediaMtxWord = z.infer<typeof MediaMtxWord>;
