/**
 * How much an Accept-Encoding header wants an encoding, by its name in small letters: from 0, which refuses it, to 1 (RFC 9110, 12.5.3). Without a
 * header, none is wanted.
 */
export function encodingWeights(header: string | undefined): (name: string) => number {
  if (header === undefined) return () => 0;
  const weights = new Map(header.split(',').map(weight));
  return (name) => weights.get(name) ?? weights.get('*') ?? 0;
}

function weight(part: string): [string, number] {
  const [name = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const value = q === undefined ? 1 : Number(q.slice(2));
  return [name, Number.isFinite(value) ? value : 0];
}
