import type { AdmissionRefusal, Admission as AsksOfAdmission } from '../channels/admission.js';
import type { PlaybackClaims, PlaybackTokens } from './playback-tokens.js';

/** `admitted`, or why not. */
export type Verdict = 'admitted' | 'forged' | 'other-channel' | 'expired' | 'revoked';

/** Whom the database has revoked: see revocations.ts. */
interface Revoked {
  /** Epoch milliseconds of the database's clock: what was issued until then is void. Undefined: nothing is. */
  since(subject: string): number | undefined;
}

/** Tokens that are remembered; a player asks with the same one some 18 times a second. */
const MOST_KNOWN = 20_000;

/**
 * Whether a token admits to a channel, without asking anybody: whatever serves playlists asks at each request. What was decrypted
 * once is remembered; the clock and the revocations are looked at each time.
 */
export class Admission implements AsksOfAdmission {
  private readonly known = new Map<string, PlaybackClaims>();

  constructor(
    private readonly tokens: PlaybackTokens,
    private readonly revoked: Revoked,
    private readonly now: () => number = Date.now,
  ) {}

  check(token: string, channelId: string): Verdict {
    const claims = this.known.get(token) ?? this.read(token);
    if (claims === null) return 'forged';
    if (claims.channelId !== channelId) return 'other-channel';
    if (claims.expiresAt <= this.now()) return 'expired';
    const since = this.revoked.since(claims.subject);
    return since !== undefined && claims.issuedAt <= since ? 'revoked' : 'admitted';
  }

  refuses(token: string, channelId: string): AdmissionRefusal | null {
    const verdict = this.check(token, channelId);
    switch (verdict) {
      case 'admitted':
        return null;
      case 'expired':
      case 'revoked':
        return verdict;
      case 'forged':
      case 'other-channel':
        return 'not-admitted';
    }
  }

  private read(token: string): PlaybackClaims | null {
    const claims = this.tokens.open(token);
    // what is forged is not kept: nobody fills the memory with guesses
    if (claims === null) return null;
    for (const oldest of this.known.keys()) {
      if (this.known.size < MOST_KNOWN) break;
      this.known.delete(oldest);
    }
    this.known.set(token, claims);
    return claims;
  }
}
