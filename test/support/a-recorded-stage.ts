import { LiveChannels } from '../../src/streams/channels/live-channels.js';
import { SourceRegistry } from '../../src/streams/channels/source-registry.js';
import { Recorder } from '../../src/streams/recordings/recorder.js';
import type { Recording, Recordings } from '../../src/contract/recordings.js';
import { AnOrigin, AStream, someTracks } from './a-stream.js';
import type { RunningApp } from './an-app.js';

const SETTINGS = { tracks: someTracks(), targetDuration: 1, partTarget: 0.34, window: 600 };

/** Segments between looks. */
const LOOKS = 5;

/** A stage whose source sends when a spec says so, and a recorder that looks when it is told to. */
export interface RecordedStage {
  channelId: string;
  /** Sends whole segments of 0.96 seconds from an instant on; the recorder looks now and then, and when they are there. */
  sends: (from: string, segments: number) => Promise<void>;
  /** The recorder looks, as if it were that instant. */
  looks: (at: string) => Promise<void>;
  list: () => Promise<Recording[]>;
}

export async function aRecordedStage({ app, ask }: RunningApp, slug: string, roomId: string, more: { access?: 'public' | 'registered' } = {}): Promise<RecordedStage> {
  const base = `/api/conferences/${slug}`;
  const { body: { id: channelId } } = await ask<{ id: string }>('POST', `${base}/channels`, { kind: 'stage', roomId, ...more });
  const [sources, channels, recorder] = [app.get(SourceRegistry), app.get(LiveChannels), app.get(Recorder)];
  channels.open(channelId, SETTINGS);
  // a source of its own for each stretch: an engine that was started again
  let stretch = 0;
  return {
    channelId,
    sends: async (from, segments) => {
      stretch += 1;
      const origin = new AnOrigin(new AStream(`${channelId}-${stretch}`, { startsAt: Date.parse(from), tracks: SETTINGS.tracks }));
      const remove = sources.add(origin);
      channels.show(channelId, origin.id);
      for (let sent = 1; sent <= segments; sent += 1) {
        origin.does((stream) => stream.whole(1));
        if (sent % LOOKS === 0 || sent === segments) await recorder.look(origin.stream.clock);
      }
      remove();
    },
    looks: async (at) => await recorder.look(Date.parse(at)),
    list: async () => (await ask<Recordings>('GET', `${base}/recordings`)).body.items,
  };
}
