import { ABoard, aSlot } from './a-board.js';
import { indexBoard } from './board-index.js';
import { isHeldIn } from './may-move.js';

const here = { room: 'Hall', from: '09:00', to: '10:00' };
const there = { room: 'Dome', from: '09:00', to: '10:00' };
const index = indexBoard(
  new ABoard().withCity('Lyon', ['Hall']).withCity('Oslo', ['Dome'])
    .withSession('theirs', there).withSession('elsewhere', here)
    .withSession('leaving', here, { published: aSlot('Dome', '09:00', '10:00') }).withSession('staying', there, { published: aSlot('Dome', '11:00', '12:00') })
    .withSession('taken out', null, { published: aSlot('Dome', '09:00', '10:00') })
    .withSession('made by them', null, { cityId: 'Oslo' as never }).withSession('of another', null, { cityId: 'Lyon' as never }).withSession('of nobody', null).build(),
);

it.each([
  ['theirs', true], ['elsewhere', false], ['leaving', false], ['staying', true], ['taken out', true], ['made by them', true], ['of another', false], ['of nobody', false],
] as const)('a host may move what is %s: %s', (title, wanted) => {
  expect(isHeldIn(new Set(['Oslo']), index.byId.get(title)!, index.placeOf)).toBe(wanted);
});
