/** Why somebody may not watch; says nothing about the channel. `expired` is worth asking for a new address. */
export type AdmissionRefusal = 'expired' | 'revoked' | 'not-admitted';

/** Who may watch what: asked at each request for a playlist, some ten thousand times a second, so it looks nothing up elsewhere. */
export interface Admission {
  /** `token` is from the address, unchecked and hostile. Null admits. */
  refuses(token: string, channelId: string): AdmissionRefusal | null;
}
