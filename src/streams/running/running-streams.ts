import type { ChannelState, OnAir } from '../../contract/channel.js';
import type { ChannelId } from '../../contract/ids.js';
import { channelTracks } from '../../rules/streams/channel-tracks.js';
import { sameValue } from '../../rules/same-value.js';
import type { Director, Direction } from '../channels/director.js';
import type { LiveChannels } from '../channels/live-channels.js';
import type { StreamHappening } from '../control-room/stream-log.js';
import { PART_TARGET, TARGET_DURATION } from '../origin/segment-lengths.js';
import type { Inputs } from './inputs.js';
import type { Slates } from './slates.js';
import type { SetUpProgramme, SetUpStage, StreamSetup } from './stream-setup.js';

/** Seconds that playlists reach back. */
const WINDOW = 30;
/** Milliseconds on the slate after which a channel with nobody who sends is off the air. */
const OFF_AFTER = 10 * 60_000;

export interface RunningStreamsParts {
  channels: LiveChannels;
  director: Director;
  inputs: Inputs;
  slates: Slates;
  /** What everyone is told. */
  say: (channel: SetUpStage | SetUpProgramme, onAir: OnAir) => void;
  /** What the control room is told. */
  happened: (happening: StreamHappening) => void;
  now?: () => number;
}

interface Running {
  setup: SetUpStage | SetUpProgramme;
  state: ChannelState;
  onAirChannelId: ChannelId | null;
  /** Epoch milliseconds: since when it is in this state. */
  since: number;
}

/**
 * Carries what is set up to what runs: inputs receive, the director decides, channels show. A channel is on the air from its first
 * picture (or the director's slate) on, until nobody has sent for long; what changes of that is said.
 */
export class RunningStreams {
  private readonly running = new Map<ChannelId, Running>();
  private readonly now: () => number;

  constructor(private readonly parts: RunningStreamsParts) {
    this.now = parts.now ?? Date.now;
    parts.director.onDirection((direction) => this.follow(direction));
  }

  /** @returns when every input receives, or is known not to */
  async apply({ stages, programmes }: StreamSetup): Promise<void> {
    for (const id of [...this.running.keys()]) if (!stages.has(id) && !programmes.has(id)) this.remove(id);
    await this.parts.inputs.set([...stages.values()].flatMap(({ inputs }) => inputs));
    for (const stage of stages.values()) this.set(stage);
    for (const programme of programmes.values()) this.set(programme);
  }

  /** Whoever has sent nothing for long goes off the air. */
  tidy(): void {
    for (const running of this.running.values()) {
      const { setup, state, since } = running;
      if (state !== 'slate' || this.now() - since < OFF_AFTER || this.isWanted(setup)) continue;
      this.parts.channels.close(setup.id);
      this.become(running, { state: 'off', onAirChannelId: running.onAirChannelId });
      this.releaseSlate(setup);
    }
  }

  private set(setup: SetUpStage | SetUpProgramme): void {
    const { channels } = this.parts;
    const known = this.running.get(setup.id);
    // players are told once what a channel offers: one that offers something else begins anew
    if (known !== undefined && !sameValue(known.setup.languages, setup.languages)) channels.close(setup.id);
    const running = known ?? { setup, state: 'off', onAirChannelId: setup.kind === 'programme' ? setup.onAirChannelId : null, since: this.now() };
    running.setup = setup;
    this.running.set(setup.id, running);
    if (running.state !== 'off') this.openChannel(setup);
    // a process that takes over goes on with what was on the air: its players stay
    if (known === undefined && setup.state !== 'off') this.open(running, 'slate');
    this.direct(running);
  }

  private direct(running: Running): void {
    const { director, inputs, slates } = this.parts;
    const { setup } = running;
    const slate = slates.idOf(setup.conferenceId);
    if (setup.kind === 'programme') return director.setProgramme({ channelId: setup.id, slate, runOfShow: setup.runOfShow });
    const inputOf = (role: 'primary' | 'backup') => {
      const input = setup.inputs.find((one) => one.role === role);
      return input === undefined ? null : (inputs.get(input.id)?.directed ?? null);
    };
    director.setStage({ channelId: setup.id, primary: inputOf('primary'), backup: inputOf('backup'), slate, wanted: setup.choice, slides: setup.slides });
    if (setup.choice === 'slate' && running.state === 'off') this.open(running, 'slate');
  }

  private follow(direction: Direction): void {
    const { happened } = this.parts;
    const running = this.running.get(direction.channelId as ChannelId);
    if (running === undefined) return;
    const channelId = running.setup.id;
    switch (direction.what) {
      case 'input': {
        const { role, health } = direction;
        const inputId = running.setup.kind === 'stage' ? running.setup.inputs.find((one) => one.role === role)?.id : undefined;
        return happened({ channelId, inputId, what: `input.${health.state}`, details: { role, ...(health.state === 'degraded' ? { fault: health.fault } : {}) } });
      }
      case 'stage': {
        const state = direction.on === 'slate' ? 'slate' : direction.on === 'primary' ? 'live' : 'backup';
        happened({ channelId, what: `stage.on-${direction.on}` });
        return running.state === 'off' && state === 'slate' ? undefined : this.open(running, state);
      }
      case 'programme': {
        const stage = direction.stage as ChannelId | null;
        happened({ channelId, what: 'programme.shows', details: { stage, state: direction.state } });
        running.onAirChannelId = stage;
        if (direction.state === 'slate' && running.state === 'off') return this.become(running, { state: 'off', onAirChannelId: stage });
        return this.open(running, direction.state);
      }
    }
  }

  private open(running: Running, state: ChannelState): void {
    this.openChannel(running.setup);
    this.become(running, { state, onAirChannelId: running.onAirChannelId });
  }

  private openChannel({ id, languages, conferenceId, conference }: SetUpStage | SetUpProgramme): void {
    const { channels, slates } = this.parts;
    slates.need(conferenceId, conference);
    channels.open(id, { tracks: channelTracks(languages), targetDuration: TARGET_DURATION, partTarget: PART_TARGET, window: WINDOW });
  }

  private become(running: Running, { state, onAirChannelId }: OnAir): void {
    if (running.state !== state) running.since = this.now();
    running.state = state;
    const { setup } = running;
    const held = { state: setup.state, onAirChannelId: setup.kind === 'programme' ? setup.onAirChannelId : null };
    const told = { state, onAirChannelId };
    if (sameValue(held, told)) return;
    // as it will be read again
    running.setup = setup.kind === 'programme' ? { ...setup, ...told } : { ...setup, state };
    this.parts.say(setup, told);
  }

  private remove(id: ChannelId): void {
    const { channels, director } = this.parts;
    const setup = this.running.get(id)?.setup;
    this.running.delete(id);
    channels.close(id);
    if (setup?.kind === 'programme') director.removeProgramme(id);
    else director.removeStage(id);
    if (setup !== undefined) this.releaseSlate(setup);
  }

  private releaseSlate({ conferenceId }: SetUpStage | SetUpProgramme): void {
    const isNeeded = [...this.running.values()].some((one) => one.setup.conferenceId === conferenceId && one.state !== 'off');
    if (!isNeeded) this.parts.slates.release(conferenceId);
  }

  private isWanted(setup: SetUpStage | SetUpProgramme): boolean {
    return setup.kind === 'stage' && setup.choice === 'slate';
  }
}
