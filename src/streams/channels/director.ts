import { chooseSource, type StageDecision, type StageSource, type WantedSource } from '../../rules/streams/choose-source.js';
import { nextInputState, stallsAfter, type InputHealth, type InputObservation } from '../../rules/streams/input-state.js';
import { onAir, type PlannedHandOver } from '../../rules/streams/on-air.js';
import type { SourceId } from '../../rules/streams/source.js';
import type { LiveChannels } from './live-channels.js';
import { SourcePulse } from './source-pulse.js';
import type { SourceRegistry } from './source-registry.js';

/** One of a stage's paths, as whoever receives it knows it. */
export interface DirectedInput {
  source: SourceId;
  observe: () => Pick<InputObservation, 'connected' | 'standsReady' | 'targetDuration' | 'frozenSince' | 'movingSince' | 'bitrate' | 'usualBitrate'>;
}

/** A stage: its channel in LiveChannels, its paths, and what the director of the day wants of it. */
export interface DirectedStage {
  channelId: string;
  primary: DirectedInput | null;
  backup: DirectedInput | null;
  slate: SourceId;
  wanted: WantedSource;
  /** A picture that stands still is normal here. */
  slides: boolean;
}

export interface DirectedProgramme {
  channelId: string;
  slate: SourceId;
  /** Stages by their channel. */
  runOfShow: readonly PlannedHandOver[];
}

/** Something changed: an input's health, what a stage shows, or which stage a programme shows (null: none; and nothing good comes from it: `slate`). */
export type Direction =
  | { what: 'input'; channelId: string; role: InputRole; health: InputHealth }
  | { what: 'stage'; channelId: string; on: StageSource }
  | { what: 'programme'; channelId: string; stage: string | null; state: 'live' | 'slate' };

type Seen = Omit<InputObservation, 'beside' | 'slides'>;
type InputRole = Exclude<StageSource, 'slate'>;
const ROLES: readonly InputRole[] = ['primary', 'backup'];

interface Stage {
  setup: DirectedStage;
  health: Record<InputRole, InputHealth | null>;
  decision: StageDecision;
}

interface Programme {
  setup: DirectedProgramme;
  told: string | null;
}

/** Milliseconds between two glances. */
const PERIOD = 100;
/** Of so many glances, one is at stages at rest as well: time alone may change what they show. */
const ALL_EACH = 10;
/** A look that comes so much later was held up, and so was what we had not read yet: it would call good sources dead. */
const HELD_UP = 250;

/** Watches the inputs, and tells each channel which source to show. It decides by the rules and keeps nothing; who needs to know is told. */
export class Director {
  private readonly stages = new Map<string, Stage>();
  private readonly programmes = new Map<string, Programme>();
  private readonly listeners = new Set<(direction: Direction) => void>();
  private readonly pulse: SourcePulse;
  private glances = 0;

  constructor(private readonly channels: LiveChannels, sources: SourceRegistry, private readonly now: () => number = Date.now) {
    this.pulse = new SourcePulse(sources, now);
  }

  /** Looks from now on. Returns how to stop. */
  start(): () => void {
    let last = performance.now();
    const timer = setInterval(() => {
      const late = performance.now() - last > HELD_UP;
      last = performance.now();
      if (!late) this.glance();
    }, PERIOD);
    timer.unref();
    return () => clearInterval(timer);
  }

  onDirection(listener: (direction: Direction) => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** A stage that is new, or whose inputs or director's wish changed: what is known of its health stays. */
  setStage(setup: DirectedStage): void {
    const known = this.stages.get(setup.channelId);
    const since = this.now();
    const healthOf = (role: InputRole): InputHealth | null => (setup[role] === null ? null : sameSource(known, setup, role) ?? { state: 'idle', since });
    this.stages.set(setup.channelId, {
      setup, health: { primary: healthOf('primary'), backup: healthOf('backup') }, decision: known?.decision ?? { on: 'slate', since },
    });
    this.lookAtStage(this.stages.get(setup.channelId)!);
    this.lookAtProgrammes();
  }

  removeStage(channelId: string): void {
    const stage = this.stages.get(channelId);
    for (const role of ROLES) if (stage !== undefined && stage.setup[role] !== null) this.pulse.forget(stage.setup[role].source);
    this.stages.delete(channelId);
  }

  setProgramme(setup: DirectedProgramme): void {
    this.programmes.set(setup.channelId, { setup, told: this.programmes.get(setup.channelId)?.told ?? null });
    this.lookAtProgrammes();
  }

  removeProgramme(channelId: string): void {
    this.programmes.delete(channelId);
  }

  healthOf(channelId: string): Readonly<Record<InputRole, InputHealth | null>> | undefined {
    return this.stages.get(channelId)?.health;
  }

  /** Judges all inputs as they are now, and shows what follows. */
  look(): void {
    for (const stage of this.stages.values()) this.lookAtStage(stage);
    this.lookAtProgrammes();
  }

  /** The same, and nearly nothing while nobody sends: stages where nothing comes and nothing did just now are passed over, most times. */
  glance(): void {
    this.glances += 1;
    const isForAll = this.glances % ALL_EACH === 0;
    for (const stage of this.stages.values()) if (isForAll || !isAtRest(stage)) this.lookAtStage(stage);
    this.lookAtProgrammes();
  }

  private lookAtProgrammes(): void {
    for (const programme of this.programmes.values()) this.lookAtProgramme(programme);
  }

  private lookAtStage(stage: Stage): void {
    const { setup } = stage;
    const seen = { primary: this.observe(setup.primary), backup: this.observe(setup.backup) };
    this.judge(stage, 'primary', seen.primary, seen.backup);
    this.judge(stage, 'backup', seen.backup, seen.primary);
    const decision = chooseSource(stage.decision, setup.wanted, stage.health, this.now());
    const changed = decision.on !== stage.decision.on;
    stage.decision = decision;
    // a channel that is opened for it shows it at once
    if (changed) this.tell({ what: 'stage', channelId: setup.channelId, on: decision.on });
    this.channels.show(setup.channelId, sourceOf(stage));
  }

  private observe(input: DirectedInput | null): Seen | null {
    if (input === null) return null;
    const { source, observe } = input;
    return { ...observe(), lastMediaAt: this.pulse.lastMediaAt(source), inParts: this.pulse.inParts(source) };
  }

  private judge({ setup, health }: Stage, role: InputRole, seen: Seen | null, other: Seen | null): void {
    const before = health[role];
    if (seen === null || before === null) return;
    const now = this.now();
    const beside = other !== null && other.connected && other.lastMediaAt !== null && now - other.lastMediaAt < stallsAfter(other) ? other : null;
    const next = nextInputState(before, { ...seen, beside, slides: setup.slides }, now);
    health[role] = next;
    if (next !== before) this.tell({ what: 'input', channelId: setup.channelId, role, health: next });
  }

  private lookAtProgramme(programme: Programme): void {
    const { channelId, slate, runOfShow } = programme.setup;
    const { stage: id } = onAir(runOfShow, this.now());
    const stage = id === null ? undefined : this.stages.get(id);
    const state = stage === undefined || stage.decision.on === 'slate' ? 'slate' : 'live';
    const told = `${id} ${state}`;
    if (told !== programme.told) this.tell({ what: 'programme', channelId, stage: id, state });
    programme.told = told;
    this.channels.show(channelId, stage === undefined ? slate : sourceOf(stage));
  }

  private tell(direction: Direction): void {
    for (const listener of this.listeners) listener(direction);
  }
}

/** Only a beginning changes what is thought of its inputs. */
const isAtRest = ({ setup, health }: Stage): boolean => ROLES.every((role) => {
  const seen = setup[role]?.observe();
  const state = health[role]?.state;
  if (seen === undefined) return true;
  if (seen.standsReady === true) return state === 'live';
  return !seen.connected && (state === 'idle' || state === 'lost');
});

const sourceOf = ({ setup, decision }: Stage): SourceId => (decision.on === 'slate' ? setup.slate : setup[decision.on]?.source ?? setup.slate);

const sameSource = (known: Stage | undefined, setup: DirectedStage, role: InputRole): InputHealth | null =>
  known?.setup[role]?.source === setup[role]?.source ? known?.health[role] ?? null : null;
