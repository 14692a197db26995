import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Injection token of the {@link Sealing}. */
export const SEALING = Symbol('sealing');

/** Keys by id. New texts are sealed with `current`; older ids stay until everything was sealed anew (`meridian keys rotate`). */
export interface SealingKeys {
  current: string;
  /** 32 bytes each. */
  keys: ReadonlyMap<string, Buffer>;
  /** 32 bytes; finds rows by address. Never rotated alone: every index would have to be made anew. */
  indexKey: Buffer;
}

const IV = 12;
const TAG = 16;

/**
 * Encryption at rest of what identifies a person: AES-256-GCM (NIST SP 800-38D), a random nonce a text, the key's id in front.
 * `context` is authenticated with it, so that a sealed name cannot be put in the place of a sealed address, nor into another row.
 */
export class Sealing {
  /** `reread` gives the keys as they are now: asked when a text names a key that is not held, because it was made since. */
  constructor(
    private held: SealingKeys,
    private readonly reread?: () => SealingKeys | null,
  ) {}

  seal(text: string, context: string): Buffer {
    const id = this.held.current;
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.key(id), iv).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from([id.length]), Buffer.from(id), iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws when the text was altered, moved to another context, or sealed with a key that is gone */
  open(sealed: Buffer, context: string): string {
    const id = this.keyIdOf(sealed);
    const body = sealed.subarray(1 + id.length);
    const decipher = createDecipheriv('aes-256-gcm', this.key(id), body.subarray(0, IV)).setAAD(Buffer.from(context));
    decipher.setAuthTag(body.subarray(IV, IV + TAG));
    return Buffer.concat([decipher.update(body.subarray(IV + TAG)), decipher.final()]).toString('utf8');
  }

  /** Whether it should be sealed anew: its key is not the current one. */
  isOld(sealed: Buffer): boolean {
    return this.keyIdOf(sealed) !== this.held.current;
  }

  /** A keyed hash of an address, the same for the same address: finds its row, and tells nothing without the key. */
  emailIndex(email: string): Buffer {
    return createHmac('sha256', Buffer.from(hkdfSync('sha256', this.held.indexKey, '', 'email-index', 32))).update(normalizeEmail(email)).digest();
  }

  /** 32 bytes for another purpose, the same at every start and on every process; tells nothing of the index key. */
  deriveKey(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.held.indexKey, '', purpose, 32));
  }

  /** The id of the key it was sealed with. */
  keyIdOf(sealed: Buffer): string {
    return sealed.subarray(1, 1 + (sealed[0] ?? 0)).toString('utf8');
  }

  private key(id: string): Buffer {
    if (!this.held.keys.has(id)) this.held = this.reread?.() ?? this.held;
    const key = this.held.keys.get(id);
    if (key === undefined) throw new Error(`the sealing key “${id}” is not among the keys of this server`);
    return key;
  }
}

/** Addresses are compared without regard to case or surrounding blanks, as people type them. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase().normalize('NFC');
}
