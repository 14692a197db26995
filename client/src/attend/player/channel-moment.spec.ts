import type { Channel } from '@contract/channel.js';
import { AnAgenda, at } from '../an-agenda.js';
import { channelAt, channelOf, programmeOf, soonNext } from './channel-moment.js';

const named = <T extends string>(text: string): T => text as T;
const stage = (room: string, state: Channel['state'] = 'live'): Channel =>
  ({ id: named(`stage ${room}`), kind: 'stage', roomId: named(room), state, onAirChannelId: null, languages: [], access: 'public' });
const programme = (onAir: string | null, state: Channel['state'] = 'live'): Channel =>
  ({ id: named('programme'), kind: 'programme', roomId: null, state, onAirChannelId: onAir === null ? null : named(`stage ${onAir}`), languages: [], access: 'public' });
const byId = (...channels: Channel[]): Record<string, Channel> => Object.fromEntries(channels.map((channel) => [channel.id, channel]));

const index = new AnAgenda().withCity('Lyon', ['Hall', 'Attic']).withCity('Oslo', ['Dome'])
  .withSession('opening', 'Hall', '09:00', '10:00').withSession('tides', 'Hall', '10:30', '11:00')
  .withSession('called off', 'Hall', '11:00', '12:00', { status: 'cancelled', cancelReason: 'fog' })
  .withSession('fjords', 'Dome', '09:30', '11:00').withSession('unsent', 'Attic', '10:05', '11:00').index();

describe('what the audience of a stage meets', () => {
  it.each([
    ['before the first session', 'off', '08:00', 'before', null, 'opening'],
    ['while its picture is there', 'live', '09:30', 'on', 'opening', 'tides'],
    ['from its backup', 'backup', '09:30', 'on', 'opening', 'tides'],
    ['while no source is good', 'slate', '09:30', 'slate', 'opening', 'tides'],
    ['when a picture should be there', 'off', '09:30', 'late', 'opening', 'tides'],
    ['between two sessions', 'off', '10:10', 'between', null, 'tides'],
    ['after the last that is held', 'off', '11:30', 'over', null, null],
    ['when it sends on after all of them', 'live', '12:30', 'on', null, null],
  ] as const)('%s', (_name, sends, time, state, on, next) => {
    const channel = stage('Hall', sends);
    const moment = channelAt(channel, byId(channel, stage('Dome')), index, at(time));
    expect([moment.state, moment.on?.session.title ?? null, moment.next?.session.title ?? null]).toEqual([state, on, next]);
  });
});

describe('what the audience of the programme meets', () => {
  it.each([
    ['the stage that it shows', programme('Dome'), '09:45', 'on', 'fjords', 'tides'],
    ['the next of all stages, and of no other room', programme('Hall'), '10:01', 'on', null, 'tides'],
    ['no stage', programme(null, 'slate'), '09:45', 'slate', null, 'tides'],
    ['nothing yet', programme(null, 'off'), '08:00', 'before', null, 'opening'],
  ] as const)('%s', (_name, channel, time, state, on, next) => {
    const moment = channelAt(channel, byId(channel, stage('Hall'), stage('Dome')), index, at(time));
    expect([moment.state, moment.on?.session.title ?? null, moment.next?.session.title ?? null]).toEqual([state, on, next]);
  });

  it('is found among the channels, or not', () => {
    expect(programmeOf(byId(stage('Hall'), programme('Hall')))?.id).toBe('programme');
    expect(programmeOf(byId(stage('Hall')))).toBeNull();
  });
});

it.each([
  ['an hour before', 'opening', '08:00', true], ['more than an hour before', 'opening', '07:59', false], ['a while after its end', 'opening', '10:14', true],
  ['long after', 'opening', '10:15', false], ['of a room that sends nothing', 'unsent', '10:30', false], ['cancelled', 'called off', '11:30', false],
])('a session’s page has a place for the picture: %s', (_name, title, time, has) => {
  expect(channelOf(index.byId.get(title)!, byId(stage('Hall')), at(time)) !== null).toBe(has);
});

it.each([
  ['when what is on ends soon', '09:57', 'tides'], ['not while it goes on', '09:56', null], ['between two, ten minutes before', '10:20', 'tides'], ['between two, not earlier', '10:19', null],
])('what is next is said over the picture %s', (_name, time, title) => {
  const channel = stage('Hall');
  expect(soonNext(channelAt(channel, byId(channel), index, at(time)), at(time))?.session.title ?? null).toBe(title);
});
