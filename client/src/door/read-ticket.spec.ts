import { generateKeyPairSync } from 'node:crypto';
import { CompactSign, exportJWK } from 'jose';
import QRCode from 'qrcode';
import { decodeQr } from './decode-qr.js';
import { readTicket } from './read-ticket.js';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const ids = ['019abcde-0000-7000-8000-000000000001', '019abcde-0000-7000-8000-000000000002', '019abcde-0000-7000-8000-000000000003'] as const;
const short = (uuid: string): string => Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
const said = JSON.stringify({ t: short(ids[0]), c: short(ids[1]), v: short(ids[2]) });
const sign = async (text: string, typ = 'meridian-ticket'): Promise<string> =>
  await new CompactSign(Buffer.from(text)).setProtectedHeader({ alg: 'EdDSA', typ }).sign(privateKey);
const key = async (): Promise<{ kty: string; crv: string; x: string }> => {
  const { kty = '', crv = '', x = '' } = await exportJWK(publicKey);
  return { kty, crv, x };
};

test('a genuine ticket is read and known for one, also from a picture of its code', async () => {
  const token = await sign(said);
  expect(await readTicket(token, await key())).toEqual({ ticketId: ids[0], conferenceId: ids[1], venueId: ids[2], genuine: true });
  expect(decodeQr(pictureOf(token))).toBe(token);
});

test('what is altered, signed by others or no ticket is not genuine', async () => {
  const [head, , signature] = (await sign(said)).split('.');
  const altered = [head, Buffer.from(said.replace(short(ids[0]), short(ids[2]))).toString('base64url'), signature].join('.');
  const others = await exportJWK(generateKeyPairSync('ed25519').publicKey);
  expect((await readTicket(altered, await key()))?.genuine).toBe(false);
  expect((await readTicket(await sign(said), { kty: 'OKP', crv: 'Ed25519', x: others.x ?? '' }))?.genuine).toBe(false);
  expect(await readTicket(await sign(said, 'something-else'), await key())).toBeNull();
  expect(await readTicket('https://evil.example', await key())).toBeNull();
  expect(decodeQr({ data: new Uint8ClampedArray(64 * 64 * 4).fill(255), width: 64, height: 64 })).toBeNull();
});

/** The QR code as a camera without faults would see it, 4 pixels a module. */
function pictureOf(text: string): { data: Uint8ClampedArray; width: number; height: number } {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const [scale, quiet] = [4, 4];
  const width = (modules.size + 2 * quiet) * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (let y = 0; y < width; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [row, column] = [Math.floor(y / scale) - quiet, Math.floor(x / scale) - quiet];
      const inside = row >= 0 && column >= 0 && row < modules.size && column < modules.size;
      if (inside && modules.get(row, column) === 1) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3);
    }
  }
  return { data, width, height: width };
}
