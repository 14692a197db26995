import type { IndexedSession } from '../agenda-index.js';
import { SessionWords } from '../player/session-words.js';
import { ReplayFrame } from './replay-frame.js';

/** The recording that is published of a session. */
export default function SessionReplay({ entry, slug, replayId }: { entry: IndexedSession; slug: string; replayId: string }) {
  const path = `/api/conferences/${encodeURIComponent(slug)}/recordings/${replayId}/playback`;
  return <ReplayFrame key={replayId} slug={slug} path={path} title={entry.session.title} replayId={replayId} words={<SessionWords entry={entry} />} />;
}
