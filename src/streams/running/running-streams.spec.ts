import { AnOrigin, AStream, someTracks } from '../../../test/support/a-stream.js';
import type { OnAir } from '../../contract/channel.js';
import type { ChannelId, ConferenceId, StreamInputId } from '../../contract/ids.js';
import { newId } from '../../platform/new-id.js';
import { Director } from '../channels/director.js';
import { LiveChannels } from '../channels/live-channels.js';
import { SourceRegistry } from '../channels/source-registry.js';
import type { Inputs } from './inputs.js';
import { RunningStreams } from './running-streams.js';
import type { Slates } from './slates.js';
import type { SetUpProgramme, SetUpStage, StreamSetup } from './stream-setup.js';

const NOON = Date.UTC(2026, 10, 24, 12);
const CONFERENCE = newId<ConferenceId>();
const [HALL, LOFT, PROGRAMME] = [newId<ChannelId>(), newId<ChannelId>(), newId<ChannelId>()];

/** A house of streams whose clock and media a spec moves on. */
class House {
  now = NOON;
  readonly sources = new SourceRegistry();
  readonly channels = new LiveChannels(this.sources, () => this.now);
  readonly director = new Director(this.channels, this.sources, () => this.now);
  readonly said: [string, OnAir][] = [];
  readonly happened: string[] = [];
  readonly streams = new Map<string, { origin: AnOrigin; connected: boolean }>();
  private readonly slate = new AnOrigin(new AStream('slate', { tracks: someTracks(), startsAt: NOON }));
  private needed = 0;

  readonly inputs: Inputs = {
    set: (inputs) => {
      for (const { id } of inputs) {
        if (this.streams.has(id)) continue;
        const origin = new AnOrigin(new AStream(id, { tracks: someTracks(), startsAt: NOON }));
        this.sources.add(origin);
        this.streams.set(id, { origin, connected: false });
      }
      return Promise.resolve();
    },
    get: (id) => {
      const one = this.streams.get(id);
      const observe = () => ({ connected: one?.connected ?? false, targetDuration: 1, frozenSince: null, bitrate: null, usualBitrate: null });
      return one === undefined ? undefined : { directed: { source: id, observe }, sight: () => ({ bitrate: null, video: null, audio: [], remarks: [] }) };
    },
    close: () => Promise.resolve(),
  };

  readonly slates: Slates = {
    idOf: () => 'slate',
    need: () => {
      this.needed += 1;
      if (this.needed === 1) this.sources.add(this.slate);
    },
    release: () => {
      this.needed = 0;
    },
    close: () => undefined,
  };

  readonly running = new RunningStreams({
    channels: this.channels, director: this.director, inputs: this.inputs, slates: this.slates, now: () => this.now,
    say: ({ title }, onAir) => this.said.push([title, onAir]),
    happened: ({ what }) => this.happened.push(what),
  });

  /** Media come for so long from these inputs, and from the slate. */
  send(seconds: number, ...inputs: SetUpStage['inputs'][number][]): void {
    for (const { id } of inputs) this.streams.get(id)!.connected = true;
    for (let sent = 0; sent < seconds * 1000; sent += 320) {
      this.now += 320;
      for (const stream of [this.slate, ...inputs.map(({ id }) => this.streams.get(id)!.origin)]) stream.does((one) => {
        if (one.clock < this.now - 320) one.pauseUntil(this.now - 320);
        one.part();
      });
      this.director.look();
    }
  }

  get isSlateNeeded(): boolean {
    return this.needed > 0;
  }

  takeSaid(): [string, OnAir][] {
    return this.said.splice(0);
  }
}

const anInput = (role: 'primary' | 'backup') => ({
  id: newId<StreamInputId>(), role, kind: 'rtmp' as const, keyHash: null, passphrase: null, port: null, latencyMs: null, group: null, url: null,
});
const common = { conferenceId: CONFERENCE, conference: { title: 'Tides', accent: null }, languages: ['en'], state: 'off' as const };
const aStage = (id: ChannelId, title: string, more: Partial<SetUpStage> = {}): SetUpStage => ({ ...common, kind: 'stage', id, title, cityName: 'Lyon', zone: 'Europe/Paris', choice: 'automatic', slides: false, inputs: [], ...more });
const aProgramme = (more: Partial<SetUpProgramme> = {}): SetUpProgramme => ({ ...common, kind: 'programme', id: PROGRAMME, title: 'Programme', onAirChannelId: null, runOfShow: [], ...more });
const setUp = (stages: SetUpStage[], programme?: SetUpProgramme): StreamSetup => ({
  stages: new Map(stages.map((stage) => [stage.id, stage])), programmes: new Map(programme === undefined ? [] : [[programme.id, programme]]),
});
const shows = (state: OnAir['state'], onAirChannelId: ChannelId | null = null): OnAir => ({ state, onAirChannelId });

describe('running streams', () => {
  it('are off the air until somebody sends, and need no slate before', async () => {
    const house = new House();
    const primary = anInput('primary');
    await house.running.apply(setUp([aStage(HALL, 'Hall', { inputs: [primary] })], aProgramme()));
    expect([house.takeSaid(), house.channels.get(HALL), house.isSlateNeeded]).toEqual([[], undefined, false]);
    house.send(2, primary);
    expect([house.takeSaid(), house.channels.get(HALL)?.source]).toEqual([[['Hall', shows('live')]], primary.id]);
  });

  it('go to the backup, to the slate and back, each said once', async () => {
    const house = new House();
    const [primary, backup] = [anInput('primary'), anInput('backup')];
    await house.running.apply(setUp([aStage(HALL, 'Hall', { inputs: [primary, backup] })]));
    house.send(2, primary, backup);
    house.send(3, backup);
    expect(house.takeSaid()).toEqual([['Hall', shows('live')], ['Hall', shows('backup')]]);
    house.streams.get(primary.id)!.connected = false;
    house.streams.get(backup.id)!.connected = false;
    house.send(4);
    expect(house.takeSaid()).toEqual([['Hall', shows('slate')]]);
    house.send(2, primary);
    expect(house.takeSaid()).toEqual([['Hall', shows('live')]]);
    expect(house.happened).toEqual(expect.arrayContaining(['input.live', 'input.lost', 'stage.on-primary', 'stage.on-backup', 'stage.on-slate']));
  });

  it('hand the programme over as the run of show says, at its instant', async () => {
    const house = new House();
    const [lyon, oslo] = [anInput('primary'), anInput('primary')];
    const runOfShow = [{ at: NOON + 3_000, to: HALL }, { at: NOON + 6_000, to: LOFT }];
    await house.running.apply(setUp([aStage(HALL, 'Hall', { inputs: [lyon] }), aStage(LOFT, 'Loft', { inputs: [oslo] })], aProgramme({ runOfShow })));
    house.send(2, lyon, oslo);
    expect(house.takeSaid().map(([title]) => title).sort()).toEqual(['Hall', 'Loft']);
    house.send(2, lyon, oslo);
    expect([house.takeSaid(), house.channels.get(PROGRAMME)?.source]).toEqual([[['Programme', shows('live', HALL)]], lyon.id]);
    house.send(3, lyon, oslo);
    expect([house.takeSaid(), house.channels.get(PROGRAMME)?.source]).toEqual([[['Programme', shows('live', LOFT)]], oslo.id]);
  });

  it('do not say again what a hand-over by hand has said', async () => {
    const house = new House();
    const primary = anInput('primary');
    const stage = aStage(HALL, 'Hall', { inputs: [primary] });
    await house.running.apply(setUp([stage], aProgramme()));
    house.send(2, primary);
    house.takeSaid();
    const handedOver = aProgramme({ onAirChannelId: HALL, runOfShow: [{ at: house.now, to: HALL }] });
    await house.running.apply(setUp([{ ...stage, state: 'live' }], handedOver));
    expect(house.takeSaid()).toEqual([['Programme', shows('live', HALL)]]);
    await house.running.apply(setUp([{ ...stage, state: 'live' }], { ...handedOver, state: 'live' }));
    house.send(1, primary);
    expect(house.takeSaid()).toEqual([]);
  });

  it('obey the director of the day: the slate, also of a stage where nobody sends, and back', async () => {
    const house = new House();
    const primary = anInput('primary');
    const stage = aStage(HALL, 'Hall', { inputs: [primary] });
    await house.running.apply(setUp([{ ...stage, choice: 'slate' }]));
    expect(house.takeSaid()).toEqual([['Hall', shows('slate')]]);
    house.send(2, primary);
    expect(house.takeSaid()).toEqual([]);
    await house.running.apply(setUp([{ ...stage, state: 'slate' }]));
    house.send(1, primary);
    expect(house.takeSaid()).toEqual([['Hall', shows('live')]]);
  });

  it('take over what was on the air in another process, and let it go when nobody comes back', async () => {
    const house = new House();
    const primary = anInput('primary');
    await house.running.apply(setUp([aStage(HALL, 'Hall', { inputs: [primary], state: 'live' })]));
    expect([house.takeSaid(), house.channels.get(HALL) !== undefined]).toEqual([[['Hall', shows('slate')]], true]);
    house.now += 9 * 60_000;
    house.running.tidy();
    expect(house.takeSaid()).toEqual([]);
    house.now += 2 * 60_000;
    house.running.tidy();
    expect([house.takeSaid(), house.channels.get(HALL), house.isSlateNeeded]).toEqual([[['Hall', shows('off')]], undefined, false]);
  });

  it('end with their channel', async () => {
    const house = new House();
    const primary = anInput('primary');
    await house.running.apply(setUp([aStage(HALL, 'Hall', { inputs: [primary] })]));
    house.send(2, primary);
    house.takeSaid();
    await house.running.apply(setUp([]));
    house.send(1, primary);
    expect([house.takeSaid(), house.channels.get(HALL), house.isSlateNeeded]).toEqual([[], undefined, false]);
  });
});
