import type { Configuration } from '../configuration.js';

/**
 * An address for a mail. Made from the configuration and never from a request: its Host header is the sender's own word,
 * and a link that lets people in must not lead where a stranger likes.
 * @param path begins with a slash
 */
export function linkTo({ publicUrl, port }: Pick<Configuration, 'publicUrl' | 'port'>, path: string): string {
  return new URL(path, publicUrl ?? `http://localhost:${port}`).href;
}
