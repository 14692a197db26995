import { createRequire } from 'node:module';
import sharp from 'sharp';

export interface Card {
  /** Hostile text: what people named their conference or city. */
  title: string;
  subtitle: string;
  /** `#rrggbb`. */
  colour: string;
}

const WIDTH = 1280;
const HEIGHT = 720;
const MARGIN = 96;
const LONGEST = 120;

/** Letters for Latin, Arabic and Persian, from npm: a server may have no fonts at all. */
export const FONT_FILE = createRequire(import.meta.url).resolve('vazirmatn/fonts/ttf/Vazirmatn-Bold.ttf');
const FONT = 'Vazirmatn Bold';

/** A calm picture of 1280x720 with two lines of text, as PNG. */
export async function drawCard({ title, subtitle, colour }: Card): Promise<Buffer> {
  const [above, below] = await Promise.all([drawLine(title, 72, 100), drawLine(subtitle, 34, 70)]);
  const middle = Math.round(HEIGHT * 0.46);
  const lines = [...(above === null ? [] : [{ ...above, top: middle - above.height }]), ...(below === null ? [] : [{ ...below, top: middle + 40 }])];
  return await sharp(Buffer.from(background(colour)))
    .composite(lines.map(({ bytes, top, width }) => ({ input: bytes, top: Math.max(0, top), left: Math.round((WIDTH - width) / 2) })))
    .flatten({ background: '#10141c' })
    .png()
    .toBuffer();
}

const background = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
    <defs><radialGradient id="g" cx="50%" cy="38%" r="75%"><stop offset="0" stop-color="${hex(colour)}" stop-opacity="0.62"/><stop offset="1" stop-color="${hex(colour)}" stop-opacity="0.12"/></radialGradient></defs>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="#10141c"/><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#g)"/>
    <rect x="${WIDTH / 2 - 40}" y="${Math.round(HEIGHT * 0.46) + 14}" width="80" height="4" rx="2" fill="#ffffff" fill-opacity="0.75"/>
  </svg>`;

const hex = (colour: string): string => (/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#3a5a8c');

/** @param opacity percent. Null where there is nothing to draw. Text wider than the card is made smaller. */
async function drawLine(text: string, pixels: number, opacity: number): Promise<{ bytes: Buffer; width: number; height: number } | null> {
  const line = text.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  if (line === '') return null;
  // a thousandth of a point, at 72 dots an inch
  const markup = `<span foreground="#ffffff" alpha="${opacity}%" size="${pixels * 1024}">${escaped(line)}</span>`;
  const { data, info } = await sharp({ text: { text: markup, fontfile: FONT_FILE, font: FONT, rgba: true, dpi: 72 } }).png().toBuffer({ resolveWithObject: true });
  if (info.width <= WIDTH - 2 * MARGIN) return { bytes: data, width: info.width, height: info.height };
  const smaller = await sharp(data).resize({ width: WIDTH - 2 * MARGIN }).png().toBuffer({ resolveWithObject: true });
  return { bytes: smaller.data, width: smaller.info.width, height: smaller.info.height };
}

const escaped = (text: string): string => text.replace(/[&<>]/g, (letter) => `&#${letter.charCodeAt(0)};`).replace(/\p{Cc}/gu, '');
