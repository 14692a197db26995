import type { Configuration } from '../../platform/configuration.js';
import type { PushEndpoints } from './push-endpoint.js';
import { readOrMakePushKeys } from './push-keys.js';
import { PushSender } from './push-sender.js';

/** The sender of this server, with its keys from the data folder. Nothing is sent by opening it. */
export async function openPushSender({ dataDirectory, publicUrl, mail }: Configuration, endpoints: PushEndpoints): Promise<PushSender> {
  return new PushSender(await readOrMakePushKeys(dataDirectory), contactOf(publicUrl, mail?.from), endpoints);
}

/** To whom a push service writes that something is wrong with our messages (RFC 8292, 2.1): this site, or else whoever its mails come from. */
function contactOf(publicUrl: string | undefined, from: string | undefined): string {
  if (publicUrl?.startsWith('https:') === true) return publicUrl;
  const [, address] = /([^\s<>]+@[^\s<>]+)/.exec(from ?? '') ?? [];
  return `mailto:${address ?? 'operator@meridian.invalid'}`;
}
