import { AnAgenda } from '../an-agenda.js';
import { movedBlocks, type Spot } from './moved-blocks.js';

const agenda = (starts: string, room: string, title = 'talk'): AnAgenda =>
  new AnAgenda().withCity('Lyon', ['Hall', 'Studio']).withSession(title, room, starts, '12:00');
const spot = (from: AnAgenda, x: number, y: number): Map<string, Spot> => new Map([['talk', { entry: from.index().byId.get('talk')!, x, y }]]);

describe('movedBlocks', () => {
  const before = spot(agenda('10:00', 'Hall'), 100, 50);
  it.each<[string, Map<string, Spot>, [number, number][]]>([
    ['another start', spot(agenda('10:30', 'Hall'), 150, 50), [[-50, 0]]],
    ['another room', spot(agenda('10:00', 'Studio'), 100, 130), [[0, -80]]],
    ['makes way for a lane above it', spot(agenda('10:00', 'Hall'), 100, 130), []],
    ['stays', before, []],
    ['is gone', new Map(), []],
  ])('%s', (_name, after, expected) => {
    expect(movedBlocks(before, after).map(({ dx, dy }) => [dx, dy])).toEqual(expected);
  });

  it('lets what appears stand still', () => {
    expect(movedBlocks(new Map(), before)).toEqual([]);
  });
});
