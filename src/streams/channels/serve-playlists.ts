import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MediaTrack } from '../../rules/streams/source.js';
import type { PlaylistForm } from '../../rules/streams/write-media-playlist.js';
import { problem, type ProblemError } from '../../platform/problems/problem-error.js';
import { encodingWeights } from '../../platform/http/accept-encoding.js';
import type { RawHandler } from '../../platform/http/raw-routes.js';
import type { Admission, AdmissionRefusal } from './admission.js';
import { answer, answeredByMethod, refuse } from './answers.js';
import { readDirectives, standing } from './delivery-directives.js';
import type { LiveChannel } from './live-channel.js';
import type { LiveChannels } from './live-channels.js';
import { PLAIN_FOLDER } from './prepared-playlists.js';

/** `/streams/play/TOKEN/CHANNEL/NAME.m3u8`, the name in a folder or not. */
export const PLAY_PATH = '/streams/play/';

const TYPE = 'application/vnd.apple.mpegurl';
/** What a player reloads anyway; a cache in front may give it to all who ask within a second. */
const MOMENT = 'public, max-age=1';
/** What says itself which state is meant never changes for whoever asks for that; as long as the RFC advises, in target durations. */
const REMEMBERED = 6;
const ADDRESS = /^\/streams\/play\/([\w.~-]{1,1024})\/([\w-]{1,64})\/(plain\/)?([\w-]{1,64})\.m3u8$/;

/** Answers for playlists: from prepared texts, at once or when what is asked for is there. */
export function servePlaylists(channels: LiveChannels, admission: Admission): RawHandler {
  return (request, response) => {
    if (answeredByMethod(request, response)) return;
    const [path, query] = splitUrl(request.url!);
    const [, token, id, folder, name] = ADDRESS.exec(path) ?? [];
    if (token === undefined) return refuse(request, response, problem('not-found', 'There is no such playlist.'));
    const refused = admission.refuses(token, id!);
    if (refused !== null) return refuse(request, response, notAdmitted(refused));
    const channel = channels.get(id!);
    if (channel === undefined) return refuse(request, response, NOT_RUNNING);
    if (folder === undefined && name === 'main') return answer(request, response, TYPE, MOMENT, [channel.main]);
    if (folder === undefined && name === 'plain') return answer(request, response, TYPE, MOMENT, [channel.plainMain]);
    const track = channel.track(name!);
    if (track === undefined) return refuse(request, response, problem('not-found', 'This channel has no such track.'));
    channel.audience.asks();
    serveTrack({ request, response, channel, track }, folder === PLAIN_FOLDER, query);
  };
}

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  channel: LiveChannel;
  track: MediaTrack;
}

function serveTrack(asked: Asked, plain: boolean, query: string): void {
  const { request, response, channel, track } = asked;
  if (plain) return serveFirst(asked, 'plain');
  const directives = readDirectives(query);
  if (directives === null) return refuse(request, response, problem('invalid-input', 'Give _HLS_msn, and _HLS_part beside it, as whole numbers.'));
  const { until, skip } = directives;
  const form = skip ? 'changes-only' : 'low-latency';
  if (until === null) return serveFirst(asked, form);
  const where = standing(channel.edge(track), until, channel.settings.partTarget);
  if (where === 'absurd') return refuse(request, response, problem('invalid-input', 'This is far ahead of what there is. Load the playlist without _HLS_msn.'));
  const cache = `public, max-age=${REMEMBERED * channel.settings.targetDuration}`;
  if (where === 'there') return send(asked, form, cache);
  const isThere = (): boolean => standing(channel.edge(track), until, channel.settings.partTarget) === 'there';
  const leave = channel.waiting.add(track.key, isThere, (inTime) => {
    if (inTime) send(asked, form, cache);
    else refuse(request, response, NOT_YET);
  });
  response.once('close', leave);
}

/** On a small connection playlists weigh as much as the sound that they name: they leave as gzip to whoever takes that. */
function send({ request, response, channel, track }: Asked, form: PlaylistForm, cache: string): void {
  if (encodingWeights(request.headers['accept-encoding'])('gzip') > 0) answer(request, response, TYPE, cache, [channel.squeezed(track, form)], SQUEEZED);
  else answer(request, response, TYPE, cache, channel.playlist(track, form), AS_IT_IS);
}

const AS_IT_IS = ['vary', 'accept-encoding'];
const SQUEEZED = [...AS_IT_IS, 'content-encoding', 'gzip'];

/** Milliseconds; players give up after ten seconds without an answer. */
const FIRST_WAITS = 6_000;

/** What there is; where there is nothing yet, once there is: a picture that begins because of this very question comes within seconds. */
function serveFirst(asked: Asked, form: PlaylistForm): void {
  const { request, response, channel, track } = asked;
  const give = (): void => send(asked, form, MOMENT);
  const isThere = (): boolean => channel.edge(track) !== null;
  if (isThere()) return give();
  const leave = channel.waiting.add(track.key, isThere, (inTime) => (inTime ? give() : refuse(request, response, NOT_YET)), FIRST_WAITS);
  response.once('close', leave);
}

const NOT_RUNNING = problem('unavailable', 'This channel is not on air here. Try again in a moment.', { retryAfter: 2 });
const NOT_YET = problem('unavailable', 'This is not there yet. Try again in a moment.', { retryAfter: 1 });

function notAdmitted(refusal: AdmissionRefusal): ProblemError {
  switch (refusal) {
    case 'expired':
      return problem('not-allowed', 'This address is no longer valid. Open the session again.');
    case 'revoked':
      return problem('not-allowed', 'You may no longer watch this.');
    case 'not-admitted':
      return problem('not-allowed', 'This address does not admit to this channel.');
  }
}

function splitUrl(url: string): [path: string, query: string] {
  const mark = url.indexOf('?');
  return mark === -1 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
}
