import { problem } from '../../platform/problems/problem-error.js';
import { fetchRefusal, type FetchRefusal } from '../ingest/hls/fetch-refusal.js';

const WHY: Readonly<Record<FetchRefusal, string>> = {
  'host-not-allowed': 'The operator of this server does not allow this host. Ask for it to be added to MERIDIAN_STREAM_HOSTS; an address with a name and password in it is never asked.',
  'not-public': 'This address is in a private network. The operator of this server can allow it with private: before it in MERIDIAN_STREAM_HOSTS.',
};

/** A playlist that would never be fetched is not taken. @throws ProblemError `invalid-input` */
export function refuseUnfetchable(url: string | undefined, hosts: readonly string[]): void {
  const refusal = url === undefined ? null : fetchRefusal(new URL(url), hosts);
  if (refusal !== null) throw problem('invalid-input', 'This playlist may not be fetched.', { errors: [{ path: '/url', message: WHY[refusal] }] });
}
