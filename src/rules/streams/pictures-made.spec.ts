import { picturesMade, type PictureWish } from './pictures-made.js';

const NOW = 1_000_000;
const LIMITS = { most: 2, lingers: 20_000 };
const watched = (id: string, ago = 0): PictureWish => ({ id, watchedAt: NOW - ago, lookedAt: -Infinity, onProgramme: false });
const looked = (id: string, ago = 0): PictureWish => ({ id, watchedAt: -Infinity, lookedAt: NOW - ago, onProgramme: false });

it.each([
  ['nobody looks', [watched('lyon', 20_000), looked('oslo', 20_000)], [], [], []],
  ['somebody has just left', [watched('lyon', 19_999)], [], ['lyon'], []],
  ['a control room alone', [looked('lyon')], [], ['lyon'], []],
  ['what is made before what is new', [watched('lyon'), watched('oslo'), watched('rome')], ['oslo', 'rome'], ['oslo', 'rome'], ['lyon']],
  ['the audience before control rooms, also of what is made', [looked('lyon'), looked('oslo'), watched('rome')], ['lyon', 'oslo'], ['rome', 'lyon'], []],
  ['what the programme shows before the others, in a control room', [looked('lyon'), looked('oslo'), { ...looked('rome'), onProgramme: true }], ['lyon', 'oslo'], ['rome', 'lyon'], []],
  ['the audience before what the programme shows', [{ ...looked('lyon'), onProgramme: true }, watched('oslo'), watched('rome')], ['lyon'], ['oslo', 'rome'], []],
  ['too many looked at', [looked('lyon'), looked('oslo'), looked('rome')], [], ['lyon', 'oslo'], []],
])('%s', (_name, wishes, before, made, waiting) => {
  const next = picturesMade(wishes, { made: new Set(before) }, LIMITS, NOW);
  expect({ made: [...next.made], waiting: [...next.waiting] }).toEqual({ made, waiting });
});
