import { randomInt } from 'node:crypto';

const HOW = [
  'Amber', 'Bright', 'Calm', 'Clear', 'Curious', 'Early', 'Gentle', 'Golden', 'Kind', 'Light', 'Lively', 'Lucid',
  'Mellow', 'Merry', 'Nimble', 'Open', 'Patient', 'Quick', 'Quiet', 'Silver', 'Steady', 'Sunny', 'Swift', 'Warm',
] as const;
const WHO = [
  'Albatross', 'Badger', 'Beaver', 'Crane', 'Curlew', 'Dolphin', 'Falcon', 'Finch', 'Fox', 'Gazelle', 'Heron', 'Ibis',
  'Kestrel', 'Kingfisher', 'Lark', 'Lynx', 'Marten', 'Nightingale', 'Otter', 'Owl', 'Plover', 'Robin', 'Seal', 'Swallow',
] as const;

/** A name for a new account, such as `Calm Heron 42`: never made from the address, so that it tells nothing of it. */
export function newHandle(): string {
  return `${HOW[randomInt(HOW.length)]} ${WHO[randomInt(WHO.length)]} ${randomInt(10, 100)}`;
}
