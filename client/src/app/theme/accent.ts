/** A conference's accent as the page's tokens, made so that text in it can be read. */
export type Accent = Readonly<Record<'--accent' | '--accent-text' | '--accent-soft', string>>;

type Rgb = readonly [number, number, number];

const SURFACES: Readonly<Record<'light' | 'dark', { surface: Rgb; ink: Rgb; soft: number }>> = {
  light: { surface: [236, 239, 243], ink: [23, 27, 33], soft: 0.12 },
  dark: { surface: [26, 32, 40], ink: [255, 255, 255], soft: 0.2 },
};
const WHITE: Rgb = [255, 255, 255];
const READABLE = 4.5;

/** Drawn towards the theme's ink until it can be read on every surface and on its own soft colour. */
export function accentFor(colour: string, theme: 'light' | 'dark'): Accent | null {
  const given = parse(colour);
  if (given === null) return null;
  const { surface, ink, soft } = SURFACES[theme];
  const raised = theme === 'light' ? WHITE : surface;
  for (let share = 0; share <= 1; share += 0.04) {
    const accent = mix(given, ink, share);
    const softened = mix(raised, given, soft);
    if (contrast(accent, surface) < READABLE || contrast(accent, softened) < READABLE) continue;
    const text = contrast(accent, WHITE) >= READABLE ? WHITE : ([12, 16, 20] as const);
    if (contrast(accent, text) < READABLE) continue;
    return { '--accent': css(accent), '--accent-text': css(text), '--accent-soft': css(softened) };
  }
  return null;
}

/** The contrast of two colours as WCAG counts it, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dim + 0.05);
}

export function parse(colour: string): Rgb | null {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour);
  return parts === null ? null : [parseInt(parts[1] ?? '', 16), parseInt(parts[2] ?? '', 16), parseInt(parts[3] ?? '', 16)];
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const mix = (from: Rgb, to: Rgb, share: number): Rgb =>
  [0, 1, 2].map((part) => Math.round((from[part] ?? 0) * (1 - share) + (to[part] ?? 0) * share)) as unknown as Rgb;

const css = (colour: Rgb): string => `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
