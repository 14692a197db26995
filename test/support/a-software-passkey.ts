import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A WebAuthn authenticator in software (WebAuthn Level 3): an ES256 key pair, a counter, and the browser around it. */
export interface SoftwarePasskey {
  id: string;
  register: (options: { challenge: string }) => object;
  prove: (options: { challenge: string }, more?: { origin?: string; counter?: number; verified?: boolean }) => object;
}

const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest();

/** `origin`: of the page in which it is used; its host is the party. */
export function aSoftwarePasskey(origin: string): SoftwarePasskey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(32);
  const id = url(credentialId);
  let counter = 0;
  const clientData = (type: string, challenge: string, from: string): Buffer => Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const authenticatorData = (flags: number, count: number): Buffer => {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags]), counted]);
  };
  return {
    id,
    register: ({ challenge }) => {
      // COSE_Key (RFC 9053): EC2, ES256, P-256, x, y
      const key = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credentialId.length);
      // user present, user verified, attested credential data
      const data = Buffer.concat([authenticatorData(0x45, counter), Buffer.alloc(16), length, credentialId, key]);
      // CBOR: { fmt: 'none', attStmt: {}, authData }
      const attestation = Buffer.concat([Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746159', 'hex'), lengthOf(data), data]);
      const response = { clientDataJSON: url(clientData('webauthn.create', challenge, origin)), attestationObject: url(attestation), transports: ['internal'] };
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
    },
    prove: ({ challenge }, more = {}) => {
      counter = more.counter ?? counter + 1;
      // user present, user verified
      const data = authenticatorData(more.verified === false ? 0x01 : 0x05, counter);
      const client = clientData('webauthn.get', challenge, more.origin ?? origin);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      const response = { clientDataJSON: url(client), authenticatorData: url(data), signature: url(signature) };
      return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
    },
  };
}

function lengthOf(data: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length);
  return length;
}
