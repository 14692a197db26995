import { randomBytes } from 'node:crypto';
import type { KeyFile } from '../../src/platform/sealing/sealing-keys.js';
import { Sealing } from '../../src/platform/sealing/sealing.js';

/** Keys for a server in a process of its own, so that a spec can make people whom it knows, and read its mails. */
export function knownSealingKeys(): { sealing: Sealing; environment: { MERIDIAN_SEALING_KEYS: string } } {
  const [key, indexKey] = [randomBytes(32), randomBytes(32)];
  const file: KeyFile = { current: 'k1', indexKey: indexKey.toString('base64'), keys: { k1: key.toString('base64') } };
  return { sealing: new Sealing({ current: 'k1', indexKey, keys: new Map([['k1', key]]) }), environment: { MERIDIAN_SEALING_KEYS: JSON.stringify(file) } };
}
