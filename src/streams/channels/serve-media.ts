import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RawHandler } from '../../platform/http/raw-routes.js';
import { problem } from '../../platform/problems/problem-error.js';
import { BLANK, MEDIA_PATH, readMediaFileName, type MediaFile, type MediaPiece } from '../../rules/streams/media-paths.js';
import type { TrackSegment } from '../../rules/streams/source.js';
import { answer, answeredByMethod, refuse } from './answers.js';
import type { SourceOrigin } from './source-origin.js';
import type { SourceRegistry } from './source-registry.js';

const FOREVER = 'public, max-age=31536000, immutable';
/** A year is too long for what is said to come and does not; a second keeps a cache from asking for each viewer. */
const MISSING = 'public, max-age=1';
const NO_CAPTIONS = [Buffer.from('WEBVTT\n\n')];
const NOT_THERE = problem('not-found', 'There are no such media, or no longer.');
/** Requests for parts that are about to come; more than viewers of one process. */
const MOST_WAITING = 50_000;

/** Answers for media, by name: who knows it may have it. A part that comes next is waited for. */
export class MediaServer {
  private readonly waiting = new Set<() => void>();

  /** @param limit milliseconds that a part is waited for */
  constructor(private readonly sources: SourceRegistry, private readonly limit = 3_000) {}

  readonly handle: RawHandler = (request, response) => {
    if (answeredByMethod(request, response)) return;
    const url = request.url!;
    const mark = url.indexOf('?');
    const file = readMediaFileName(url.slice(MEDIA_PATH.length, mark === -1 ? undefined : mark));
    if (file === null) return refuse(request, response, NOT_THERE, MISSING);
    if (file.name === BLANK && file.container === 'webvtt') return answer(request, response, typeOf(file), FOREVER, NO_CAPTIONS);
    const found = this.sources.find(file.name);
    const body = found === null || isUnfinished(found.origin, file) ? null : pieceOf(found.media, file.what);
    if (body !== null) return answer(request, response, typeOf(file), FOREVER, body);
    if (found === null || this.waiting.size >= MOST_WAITING || !isNext(found.origin, file)) return refuse(request, response, NOT_THERE, MISSING);
    this.wait(request, response, found.origin, file);
  };

  /** Nobody waits any longer. */
  endWaiting(): void {
    for (const end of this.waiting) end();
  }

  private wait(request: IncomingMessage, response: ServerResponse, origin: SourceOrigin, file: MediaFile): void {
    const leave = (): void => {
      stop();
      clearTimeout(timer);
      this.waiting.delete(giveUp);
    };
    const giveUp = (): void => {
      leave();
      refuse(request, response, NOT_THERE, MISSING);
    };
    const stop = origin.onChange(() => {
      const body = pieceOf(origin.media(file.name) ?? [], file.what);
      if (body === null && isNext(origin, file)) return;
      leave();
      if (body === null) refuse(request, response, NOT_THERE, MISSING);
      else answer(request, response, typeOf(file), FOREVER, body);
    });
    const timer = setTimeout(giveUp, this.limit);
    this.waiting.add(giveUp);
    response.once('close', leave);
  }
}

function pieceOf(media: readonly Buffer[], what: MediaPiece): readonly Buffer[] | null {
  switch (what.piece) {
    case 'whole':
    case 'init':
      return media;
    case 'first':
      return what.parts > 0 && what.parts <= media.length ? media.slice(0, what.parts) : null;
    case 'part': {
      const part = media[what.index];
      return part === undefined ? null : [part];
    }
  }
}

/** It is the part that a playlist has hinted at: the next of the segment that is open. */
const isNext = (origin: SourceOrigin, { name, what }: MediaFile): boolean =>
  what.piece === 'part' && openTrack(origin, name)?.parts.length === what.index;

/** The whole of a segment that is open would be remembered for ever without its end. */
const isUnfinished = (origin: SourceOrigin, { name, what }: MediaFile): boolean => what.piece === 'whole' && openTrack(origin, name) !== undefined;

function openTrack(origin: SourceOrigin, name: string): TrackSegment | undefined {
  const last = origin.window().segments.at(-1);
  return last?.open === true ? Object.values(last.tracks).find((track) => track.name === name) : undefined;
}

function typeOf({ container, what }: MediaFile): string {
  if (container === 'webvtt') return 'text/vtt; charset=utf-8';
  return what.piece === 'init' ? 'video/mp4' : 'video/iso.segment';
}
