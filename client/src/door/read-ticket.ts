import type { DoorList } from '@contract/attendance.js';

/** What a scanned ticket says of itself. */
export interface ReadTicket {
  ticketId: string;
  conferenceId: string;
  /** Null: remote. */
  venueId: string | null;
  /** Whether we signed it; null where this browser cannot tell (no Ed25519, or no secure page). */
  genuine: boolean | null;
}

/** Reads a ticket (JWS, compact) and checks its signature, without a network. Null for what is none. */
export async function readTicket(token: string, publicKey: DoorList['publicKey']): Promise<ReadTicket | null> {
  try {
    const [head = '', payload = '', signature = ''] = token.split('.');
    const { alg, typ } = JSON.parse(new TextDecoder().decode(bytesOf(head))) as { alg?: string; typ?: string };
    if (alg !== 'EdDSA' || typ !== 'meridian-ticket') return null;
    const { t, c, v } = JSON.parse(new TextDecoder().decode(bytesOf(payload))) as { t: string; c: string; v: string | null };
    const genuine = await isGenuine(`${head}.${payload}`, bytesOf(signature), publicKey);
    return { ticketId: uuidOf(t), conferenceId: uuidOf(c), venueId: v === null ? null : uuidOf(v), genuine };
  } catch {
    return null;
  }
}

async function isGenuine(signed: string, signature: Uint8Array<ArrayBuffer>, publicKey: DoorList['publicKey']): Promise<boolean | null> {
  try {
    const key = await crypto.subtle.importKey('jwk', publicKey, { name: 'Ed25519' }, false, ['verify']);
    return await crypto.subtle.verify({ name: 'Ed25519' }, key, signature, new TextEncoder().encode(signed));
  } catch {
    return null;
  }
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function uuidOf(short: string): string {
  const hex = Array.from(bytesOf(short), (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hex.length !== 32) throw new Error('not an id');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
