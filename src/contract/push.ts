import { z } from 'zod';

/** Base64 for addresses, of so many bytes. */
const bytes = (length: number) =>
  z.string().regex(/^[A-Za-z0-9_-]+$/).length(Math.ceil((length * 4) / 3), { error: `This is not a key of ${length} bytes.` });

/** What a browser gives to be told by (Push API): the address at its maker's push service, and the keys that only it can read with. */
export const PushSubscription = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/, error: 'This is not the address of a push service.' }).max(1_000),
  keys: z.strictObject({
    /** An uncompressed point of P-256. */
    p256dh: bytes(65),
    auth: bytes(16),
  }),
});
export type PushSubscription = z.infer<typeof PushSubscription>;

export const PushState = z.object({
  /** With which this server signs (VAPID, RFC 8292): what a browser subscribes to. */
  publicKey: z.string(),
  /** This session's device has subscribed. */
  isOn: z.boolean(),
});
export type PushState = z.infer<typeof PushState>;

/** What is said to the service worker, encrypted on its way (RFC 8291). In the language of the account. */
export const PushPayload = z.object({
  /** The same for the same message: one that comes twice is shown once. */
  tag: z.string(),
  title: z.string(),
  body: z.string(),
  language: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  /** On this site. */
  path: z.string(),
});
export type PushPayload = z.infer<typeof PushPayload>;
