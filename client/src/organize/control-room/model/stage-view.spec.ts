import type { ChannelDetails, ChannelFigures } from '@contract/streams.js';
import type { IndexedRoom } from '../../../attend/agenda-index.js';
import { alertsOf } from './alerts.js';
import { STALE, stageView, type StageView } from './stage-view.js';

const PRIMARY = { id: 'p', role: 'primary' };
const BACKUP = { id: 'b', role: 'backup' };
const channel = (inputs: readonly object[], choice = 'automatic'): ChannelDetails => ({ id: 'c', choice, inputs }) as unknown as ChannelDetails;
const place = { room: { name: 'Hall' } } as IndexedRoom;
const input = (inputId: string, state: string, since = '2026-12-01T10:00:00.000Z'): object => ({ inputId, state, since });
const told = (source: object, ...inputs: object[]): ChannelFigures => ({ channelId: 'c', source, inputs, viewers: 4 }) as unknown as ChannelFigures;
const FROM_PRIMARY = { kind: 'input', inputId: 'p' };

const view = (figures: ChannelFigures | null, more: { inputs?: object[]; choice?: string; state?: StageView['state']; age?: number } = {}): StageView =>
  stageView(channel(more.inputs ?? [PRIMARY, BACKUP], more.choice), place, 1, {
    state: more.state ?? 'live', heard: figures === null ? undefined : { figures, at: 100_000 }, now: 100_000 + (more.age ?? 0),
  });

test.each<[string, StageView, [string, string], string]>([
  ['the primary is on, the backup stands by', view(told(FROM_PRIMARY, input('p', 'live'), input('b', 'live'))), ['live', 'live'], 'primary'],
  ['the primary is lost, the backup is on', view(told({ kind: 'input', inputId: 'b' }, input('p', 'lost'), input('b', 'live'))), ['lost', 'live'], 'backup'],
  ['no backup is set up', view(told(FROM_PRIMARY, input('p', 'live')), { inputs: [PRIMARY] }), ['live', 'unset'], 'primary'],
  ['the slate', view(told({ kind: 'slate' }, input('p', 'lost'))), ['lost', 'unknown'], 'slate'],
  ['nothing runs', view(told({ kind: 'none' }, input('p', 'idle'), input('b', 'connecting'))), ['idle', 'connecting'], 'nothing'],
  ['nothing was ever told', view(null), ['unknown', 'unknown'], 'unknown'],
  ['what was told is old', view(told(FROM_PRIMARY, input('p', 'live')), { age: STALE + 1 }), ['unknown', 'unknown'], 'unknown'],
])('%s', (_, { paths, shows }, health, shown) => {
  expect([paths.map((path) => path.health), shows]).toEqual([health, shown]);
});

test.each<[string, StageView, string[]]>([
  ['all is well', view(told(FROM_PRIMARY, input('p', 'live'), input('b', 'live'))), []],
  ['a lost path', view(told({ kind: 'input', inputId: 'b' }, input('p', 'lost'), input('b', 'live'))), ['lost primary']],
  ['both lost, and on the slate', view(told({ kind: 'slate' }, input('p', 'lost'), input('b', 'lost')), { state: 'slate' }), ['slate', 'lost primary', 'lost backup']],
  ['the slate by hand is no alarm', view(told({ kind: 'slate' }, input('p', 'live')), { state: 'slate', choice: 'slate' }), []],
  ['a stage that is off the air has none', view(told({ kind: 'none' }, input('p', 'idle')), { state: 'off' }), []],
])('alerts: %s', (_, stage, expected) => {
  expect(alertsOf([stage]).map(({ about, role }) => (role === undefined ? about : `${about} ${role}`))).toEqual(expected);
});

test('a path that is lost again is another alert', () => {
  const keys = ['2026-12-01T10:00:00.000Z', '2026-12-01T10:05:00.000Z'].map((since) => alertsOf([view(told({ kind: 'slate' }, input('p', 'lost', since)))])[0]?.key);
  expect(keys[0]).not.toBe(keys[1]);
});
