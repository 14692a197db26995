import { AnOrigin, AStream, pictureTrack, someTracks, soundTrack } from '../../../test/support/a-stream.js';
import { Director, type DirectedInput, type DirectedStage, type Direction } from './director.js';
import { LiveChannels } from './live-channels.js';
import { SourceRegistry } from './source-registry.js';

const NINE = Date.UTC(2026, 9, 14, 9);
const SETTINGS = { tracks: someTracks(), targetDuration: 1, partTarget: 0.34, window: 600 };
const BEAT = 320;

/** Stages, sources and a clock that a spec moves: at each beat, every source that is not away gives a part, and the director glances. */
class Day {
  now = NINE;
  readonly sources = new SourceRegistry(() => this.now);
  readonly channels = new LiveChannels(this.sources, () => this.now);
  readonly director = new Director(this.channels, this.sources, () => this.now);
  readonly told: { at: number; direction: Direction }[] = [];
  private readonly origins = new Map<string, AnOrigin>();
  readonly away = new Set<string>();
  /** Inputs that are made once somebody watches. */
  readonly ready = new Set<string>();
  /** Since when pictures stand still; others move, since nine or since then. */
  readonly frozen = new Map<string, number>();
  readonly moving = new Map<string, number>();
  private readonly setups = new Map<string, DirectedStage>();

  constructor() {
    this.director.onDirection((direction) => this.told.push({ at: (this.now - NINE) / 1000, direction }));
    this.source('slate', [pictureTrack(360, 200_000), soundTrack('en', true)]);
  }

  source(id: string, tracks = someTracks()): DirectedInput {
    const origin = new AnOrigin(new AStream(id, { tracks, startsAt: this.now }));
    this.origins.set(id, origin);
    this.sources.add(origin);
    return this.input(id);
  }

  input(id: string): DirectedInput {
    return {
      source: id,
      observe: () => {
        if (this.ready.has(id)) return { connected: true, standsReady: true, targetDuration: 1, frozenSince: null, bitrate: null, usualBitrate: null };
        const frozenSince = this.frozen.get(id) ?? Infinity;
        const motion = frozenSince <= this.now ? { frozenSince, movingSince: null } : { frozenSince: null, movingSince: this.moving.get(id) ?? NINE };
        return { connected: !this.away.has(id), targetDuration: 1, ...motion, bitrate: null, usualBitrate: null };
      },
    };
  }

  /** What the director of the day wants of a stage. */
  want(channelId: string, wanted: DirectedStage['wanted']): void {
    this.direct({ ...this.setups.get(channelId)!, wanted });
  }

  /** The organizer says that a stage shows slides. */
  slides(channelId: string): void {
    this.direct({ ...this.setups.get(channelId)!, slides: true });
  }

  private direct(setup: DirectedStage): void {
    this.setups.set(setup.channelId, setup);
    this.director.setStage(setup);
  }

  stage(channelId: string, { backup = true } = {}): void {
    this.channels.open(channelId, SETTINGS);
    this.direct({
      channelId, primary: this.source(`${channelId}-primary`), backup: backup ? this.source(`${channelId}-backup`) : null, slate: 'slate', wanted: 'automatic', slides: false,
    });
  }

  beats(seconds: number): void {
    for (const end = this.now + seconds * 1000; this.now < end;) {
      this.now += BEAT;
      for (const [id, origin] of this.origins) {
        if (this.away.has(id)) origin.stream.pauseUntil(this.now);
        else origin.does((stream) => stream.part());
      }
      this.director.glance();
    }
  }

  /** What the channel has shown, one source after the other, from when on (seconds of programme date-time since nine). */
  shown(channelId: string): [string, number][] {
    const { entries } = this.channels.get(channelId)!.state;
    return entries.filter(({ source }, index) => entries[index - 1]?.source !== source).map(({ source, segment }) => [source, (segment.startsAt - NINE) / 1000]);
  }

  stagesTold = (): [number, string][] => this.told.flatMap(({ at, direction }) => (direction.what === 'stage' ? [[at, direction.on] as [number, string]] : []));
}

describe('the director', () => {
  it('leaves a path that dies, and returns after 30 s of health', () => {
    const day = new Day();
    day.stage('hall');
    day.beats(10);
    day.away.add('hall-primary');
    day.beats(20);
    day.away.clear();
    day.beats(40);
    expect(day.shown('hall').map(([source]) => source)).toEqual(['slate', 'hall-primary', 'hall-backup', 'hall-primary']);
    const told = day.stagesTold();
    expect(told.map(([, on]) => on)).toEqual(['primary', 'backup', 'primary']);
    // it died at 10.24 and was back at 30.4 s
    expect(told[1]![0]).toBe(10.56);
    expect(told[2]![0]).toBe(60.8);
  });

  it('shows the slate when both are dead, and is live again at once when one comes back', () => {
    const day = new Day();
    day.stage('hall');
    day.beats(5);
    day.away.add('hall-primary').add('hall-backup');
    day.beats(5);
    day.away.delete('hall-backup');
    day.beats(5);
    expect(day.stagesTold().map(([, on]) => on)).toEqual(['primary', 'slate', 'backup']);
    expect(day.shown('hall').at(-1)![0]).toBe('hall-backup');
  });

  it('leaves a path whose picture stands still while the other moves, and not where both do; by hand it is shown all the same', () => {
    const day = new Day();
    day.stage('hall');
    day.beats(20);
    day.frozen.set('hall-primary', day.now).set('hall-backup', day.now + 2_000);
    day.beats(30);
    expect(day.stagesTold().map(([, on]) => on)).toEqual(['primary']);
    day.frozen.delete('hall-backup');
    day.moving.set('hall-backup', day.now);
    day.beats(10);
    expect(day.stagesTold().map(([, on]) => on)).toEqual(['primary', 'backup']);
    // the other shows a slide: the first is no better for it
    day.frozen.set('hall-backup', day.now);
    day.beats(60);
    expect(day.stagesTold().map(([, on]) => on)).toEqual(['primary', 'backup']);
    day.want('hall', 'primary');
    day.beats(5);
    expect(day.stagesTold().map(([, on]) => on)).toEqual(['primary', 'backup', 'primary']);
  });

  it('goes on with a slide while the other path shows the camera, where the stage is said to show slides, and leaves it when it dies', () => {
    const day = new Day();
    day.stage('hall');
    day.slides('hall');
    day.beats(20);
    day.frozen.set('hall-primary', day.now);
    day.beats(60);
    expect(day.stagesTold().map(([, on]) => on)).toEqual(['primary']);
    day.away.add('hall-primary');
    day.beats(5);
    expect(day.stagesTold().map(([, on]) => on)).toEqual(['primary', 'backup']);
  });

  it('does not leave a path that is late by a part', () => {
    const day = new Day();
    day.stage('hall');
    day.beats(5);
    day.now += 250;
    day.director.look();
    day.beats(60);
    expect(day.stagesTold().map(([, on]) => on)).toEqual(['primary']);
  });

  it('shows what is wanted by hand, and what stands in when that dies', () => {
    const day = new Day();
    day.stage('hall');
    day.beats(5);
    day.want('hall', 'backup');
    day.beats(5);
    day.away.add('hall-backup');
    day.beats(5);
    expect(day.stagesTold().map(([, on]) => on)).toEqual(['primary', 'backup', 'primary']);
  });

  it('hands the programme over through three cities, to the segment as the run of show says', () => {
    const day = new Day();
    for (const city of ['lyon', 'oslo', 'quito']) day.stage(city, { backup: false });
    day.channels.open('programme', SETTINGS);
    day.director.setProgramme({
      channelId: 'programme', slate: 'slate', runOfShow: [{ at: NINE + 10_000, to: 'lyon' }, { at: NINE + 30_000, to: 'oslo' }, { at: NINE + 50_000, to: 'quito' }, { at: NINE + 70_000, to: null }],
    });
    day.beats(80);
    const shown = day.shown('programme');
    expect(shown.map(([source]) => source)).toEqual(['slate', 'lyon-primary', 'oslo-primary', 'quito-primary', 'slate']);
    for (const [index, at] of [10, 30, 50, 70].entries()) expect(Math.abs(shown[index + 1]![1] - at)).toBeLessThanOrEqual(1);
    expect(day.told.flatMap(({ direction }) => (direction.what === 'programme' ? [[direction.stage, direction.state]] : []))).toEqual(
      [[null, 'slate'], ['lyon', 'live'], ['oslo', 'live'], ['quito', 'live'], [null, 'slate']]);
  });

  it('follows a stage of the programme to its backup', () => {
    const day = new Day();
    day.stage('hall');
    day.channels.open('programme', SETTINGS);
    day.director.setProgramme({ channelId: 'programme', slate: 'slate', runOfShow: [{ at: NINE, to: 'hall' }] });
    day.beats(5);
    day.away.add('hall-primary');
    day.beats(5);
    expect(day.shown('programme').map(([source]) => source)).toEqual(['slate', 'hall-primary', 'hall-backup']);
  });

  it('passes over what is at rest, and sees the first of what begins there at once', () => {
    const day = new Day();
    day.away.add('hall-primary').add('hall-backup').add('loft-primary');
    day.ready.add('loft-primary');
    day.stage('hall');
    day.stage('loft', { backup: false });
    day.beats(10);
    const before = day.told.length;
    day.away.delete('hall-backup');
    day.beats(0.32);
    day.ready.delete('loft-primary');
    day.away.delete('loft-primary');
    day.beats(0.64);
    day.away.add('loft-primary');
    day.beats(1);
    expect(day.told.slice(before).map(({ at, direction }) => [at, direction.channelId, direction.what === 'input' ? direction.health.state : direction.what === 'stage' ? direction.on : ''])).toEqual([
      [10.56, 'hall', 'live'], [10.56, 'hall', 'backup'], [11.52, 'loft', 'lost'], [11.52, 'loft', 'slate'],
    ]);
  });

  it('tells the health of each input when it changes', () => {
    const day = new Day();
    day.stage('hall', { backup: false });
    day.beats(2);
    day.away.add('hall-primary');
    day.beats(2);
    expect(day.told.flatMap(({ direction }) => (direction.what === 'input' ? [direction.health.state] : []))).toEqual(['connecting', 'live', 'lost']);
  });
});
