import jsQR from 'jsqr';

/** A camera's picture as RGBA bytes. */
export interface Picture {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/** What a QR code in the picture says; null where there is none. */
export function decodeQr({ data, width, height }: Picture): string | null {
  return jsQR(data, width, height, { inversionAttempts: 'dontInvert' })?.data ?? null;
}
