import { useNow } from '../../app/use-now.js';
import { useLiveAgenda } from '../../live/live-agenda.js';
import type { IndexedSession } from '../agenda-index.js';
import { channelAt, channelOf } from './channel-moment.js';
import { PlayerFrame } from './player-frame.js';

/** Milliseconds: what is on and the countdown are told by the minute. */
const TICK = 10_000;

/** The picture from a session's stage, on the page of the session. Nothing where the stage sends none, or not at this time. */
export default function StagePlayer({ entry, slug }: { entry: IndexedSession; slug: string }) {
  const { agenda, index } = useLiveAgenda();
  const now = useNow(TICK);
  const channel = channelOf(entry, agenda.channels, now);
  if (channel === null) return null;
  return <PlayerFrame key={channel.id} slug={slug} channel={channel} moment={channelAt(channel, agenda.channels, index, now)} title={entry.session.title} now={now} />;
}
