import type { ChannelId } from '../../contract/ids.js';
import type { ChannelFigures, InputFigures } from '../../contract/streams.js';
import { latestStill } from '../../rules/streams/latest-still.js';
import type { Director } from '../channels/director.js';
import type { LiveChannels } from '../channels/live-channels.js';
import type { SourceRegistry } from '../channels/source-registry.js';
import type { Inputs } from './inputs.js';
import type { SetUpInput, SetUpProgramme, SetUpStage } from './stream-setup.js';

interface Seen {
  channels: LiveChannels;
  director: Director;
  sources: SourceRegistry;
  inputs: Inputs;
  /** What may be told of how many watch. */
  viewersOf: (channelId: ChannelId) => number | null;
  now: () => number;
}

/** How a channel and its inputs are at this moment. */
export function figuresOf(setup: SetUpStage | SetUpProgramme, seen: Seen): ChannelFigures {
  const live = seen.channels.get(setup.id);
  const source = live?.source ?? null;
  return {
    channelId: setup.id,
    source: source === null ? { kind: 'none' } : source.startsWith('slate-') ? { kind: 'slate' } : { kind: 'input', inputId: source as InputFigures['inputId'] },
    inputs: setup.kind === 'stage' ? setup.inputs.flatMap((input) => inputFigures(setup, input, seen) ?? []) : [],
    viewers: seen.viewersOf(setup.id),
  };
}

function inputFigures(stage: SetUpStage, { id, role }: SetUpInput, { director, inputs, sources, now }: Seen): InputFigures | null {
  const health = director.healthOf(stage.id)?.[role] ?? null;
  const running = inputs.get(id);
  if (health === null || running === undefined) return null;
  const window = sources.get(id);
  const last = window?.segments.at(-1);
  return {
    inputId: id, state: health.state, since: new Date(health.since).toISOString(), ...running.sight(),
    fault: health.state === 'degraded' ? health.fault : null,
    quietFor: last === undefined ? null : Math.max(0, Math.round(now() - last.startsAt - last.duration * 1_000) / 1_000),
    still: window === undefined ? null : latestStill(window),
  };
}
