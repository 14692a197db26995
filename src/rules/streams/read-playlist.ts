import { attributesOf, decimal, instantOf, pieceOf, resolved, wholeNumber } from './playlist-attributes.js';

/**
 * Reads an HLS playlist that somebody else wrote. It may be anything: what is not understood is passed over, what is too much is
 * refused or cut off, and no text takes longer than its length.
 */
export type ExternalPlaylist =
  | { kind: 'multivariant'; variants: ExternalVariant[]; renditions: ExternalRendition[] }
  | { kind: 'media'; targetDuration: number; ended: boolean; segments: ExternalSegment[] }
  | { kind: 'refused'; reason: PlaylistRefusal };

/** `not-a-playlist`, `too-large`, `encrypted` (we have no key and no business with one), `empty`: nothing to play is in it. */
export type PlaylistRefusal = 'not-a-playlist' | 'too-large' | 'encrypted' | 'empty';

export interface ExternalVariant {
  url: string;
  /** Bits per second; null where it is not said. */
  bandwidth: number | null;
  codecs: string | null;
  width: number | null;
  height: number | null;
  frameRate: number | null;
  /** Groups of renditions that belong to it. */
  audio: string | null;
  captions: string | null;
}

export interface ExternalRendition {
  kind: 'audio' | 'captions';
  group: string;
  name: string;
  language: string | null;
  isDefault: boolean;
  /** Null: it is inside the variant. */
  url: string | null;
}

/** A piece of a file; null: all of it. */
export type ByteRange = { offset: number; length: number } | null;

export interface ExternalSegment {
  sequence: number;
  url: string;
  range: ByteRange;
  /** Seconds. */
  duration: number;
  discontinuity: boolean;
  /** Epoch in milliseconds; null where the playlist does not say it of this segment. */
  startsAt: number | null;
  init: { url: string; range: ByteRange } | null;
}

/** Characters. A day of two-second segments is about 4 million; we want the last minute. */
const MOST_TEXT = 2_000_000;
const MOST_LINE = 8_192;
/** The newest are kept. */
const MOST_SEGMENTS = 200;
const MOST_VARIANTS = 50;
const MOST_RENDITIONS = 100;
/** Seconds that a segment may last. */
const LONGEST = 60;

/** @param url where the text was found: what it names is relative to that. Only http and https addresses come out, without credentials. */
export function readPlaylist(text: string, url: string): ExternalPlaylist {
  if (text.length > MOST_TEXT) return { kind: 'refused', reason: 'too-large' };
  const lines = linesOf(text);
  if (lines.next().value !== '#EXTM3U') return { kind: 'refused', reason: 'not-a-playlist' };
  const reading = new Reading(url);
  for (const line of lines) reading.line(line);
  return reading.result();
}

/** Trimmed, without those that are empty or absurd. */
function* linesOf(text: string): Generator<string, undefined> {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    if (end - start <= MOST_LINE) {
      const line = text.slice(start, end).trim();
      if (line !== '') yield line;
    }
    start = end + 1;
  }
}

class Reading {
  private readonly variants: ExternalVariant[] = [];
  private readonly renditions: ExternalRendition[] = [];
  private segments: ExternalSegment[] = [];
  private targetDuration: number | null = null;
  private sequence = 0;
  private ended = false;
  private encrypted = false;
  private variant: Map<string, string> | null = null;
  private duration: number | null = null;
  private discontinuity = false;
  private gap = false;
  private startsAt: number | null = null;
  private range: string | null = null;
  private init: ExternalSegment['init'] = null;
  private before: { url: string; end: number } | null = null;

  constructor(private readonly base: string) {}

  line(line: string): void {
    if (!line.startsWith('#')) return this.uri(line);
    const colon = line.indexOf(':');
    this.tag(colon === -1 ? line : line.slice(0, colon), colon === -1 ? '' : line.slice(colon + 1));
  }

  result(): ExternalPlaylist {
    if (this.encrypted) return { kind: 'refused', reason: 'encrypted' };
    if (this.variants.length > 0) return { kind: 'multivariant', variants: this.variants, renditions: this.renditions };
    if (this.targetDuration === null) return { kind: 'refused', reason: 'empty' };
    return { kind: 'media', targetDuration: this.targetDuration, ended: this.ended, segments: this.segments.slice(-MOST_SEGMENTS) };
  }

  private tag(name: string, value: string): void {
    if (name === '#EXT-X-STREAM-INF') this.variant = attributesOf(value);
    else if (name === '#EXT-X-MEDIA') this.rendition(attributesOf(value));
    else if (name === '#EXT-X-TARGETDURATION') this.targetDuration = decimal(value, LONGEST);
    else if (name === '#EXT-X-MEDIA-SEQUENCE') this.sequence = wholeNumber(value) ?? 0;
    else if (name === '#EXT-X-ENDLIST') this.ended = true;
    else if (name === '#EXTINF') this.duration = decimal(value.split(',', 1)[0]!, LONGEST);
    else if (name === '#EXT-X-DISCONTINUITY') this.discontinuity = true;
    else if (name === '#EXT-X-GAP') this.gap = true;
    else if (name === '#EXT-X-PROGRAM-DATE-TIME') this.startsAt = instantOf(value);
    else if (name === '#EXT-X-BYTERANGE') this.range = value;
    else if (name === '#EXT-X-MAP') this.map(attributesOf(value));
    else if (name === '#EXT-X-KEY' || name === '#EXT-X-SESSION-KEY') this.encrypted ||= attributesOf(value).get('METHOD') !== 'NONE';
  }

  private uri(line: string): void {
    const url = resolved(line, this.base);
    if (this.variant !== null) {
      if (url !== null && this.variants.length < MOST_VARIANTS) this.variants.push(variantOf(url, this.variant));
      this.variant = null;
    } else {
      this.segment(url);
    }
  }

  private segment(url: string | null): void {
    const { duration, discontinuity, startsAt, init, sequence } = this;
    const range = url === null ? null : this.rangeIn(url);
    this.sequence += 1;
    // what is left out makes a hole, and the next one says so
    this.discontinuity = url === null || duration === null || this.gap;
    if (url !== null && duration !== null && !this.gap) this.segments.push({ sequence, url, range, duration, discontinuity, startsAt, init });
    this.duration = null;
    this.gap = false;
    this.startsAt = null;
    this.range = null;
    if (this.segments.length >= 2 * MOST_SEGMENTS) this.segments = this.segments.slice(-MOST_SEGMENTS);
  }

  /** A range without an offset goes on after the one before, of the same file. */
  private rangeIn(url: string): ByteRange {
    const piece = this.range === null ? null : pieceOf(this.range);
    if (piece === null) return null;
    const offset = piece.offset ?? (this.before?.url === url ? this.before.end : 0);
    this.before = { url, end: offset + piece.length };
    return { offset, length: piece.length };
  }

  private map(attributes: Map<string, string>): void {
    const url = resolved(attributes.get('URI') ?? '', this.base);
    const piece = pieceOf(attributes.get('BYTERANGE') ?? '');
    this.init = url === null ? null : { url, range: piece === null ? null : { offset: piece.offset ?? 0, length: piece.length } };
  }

  private rendition(attributes: Map<string, string>): void {
    const kind = attributes.get('TYPE') === 'AUDIO' ? 'audio' : attributes.get('TYPE') === 'SUBTITLES' ? 'captions' : null;
    const group = attributes.get('GROUP-ID');
    if (kind === null || group === undefined || this.renditions.length >= MOST_RENDITIONS) return;
    const uri = attributes.get('URI');
    this.renditions.push({
      kind, group, name: attributes.get('NAME') ?? '', language: attributes.get('LANGUAGE') ?? null, isDefault: attributes.get('DEFAULT') === 'YES',
      url: uri === undefined ? null : resolved(uri, this.base),
    });
  }
}

function variantOf(url: string, attributes: Map<string, string>): ExternalVariant {
  const [width, height] = (attributes.get('RESOLUTION') ?? '').split('x', 2).map(wholeNumber);
  return {
    url,
    bandwidth: wholeNumber(attributes.get('BANDWIDTH')),
    codecs: attributes.get('CODECS') ?? null,
    width: width ?? null,
    height: height ?? null,
    frameRate: decimal(attributes.get('FRAME-RATE') ?? '', 1_000),
    audio: attributes.get('AUDIO') ?? null,
    captions: attributes.get('SUBTITLES') ?? null,
  };
}
