import { addressAt, placeInAddress } from './place-in-address.js';

it.each([
  ['seconds', '?t=754', '', 754], ['with a part of one', '?t=7.5', '', 7.5], ['after the hash', '', '#t=754', 754], ['beside others', '?zone=venue&t=3', '#top', 3],
  ['as a clock shows it', '?t=12:34', '', 754], ['with hours', '?t=1:02:03', '', 3_723], ['in units', '?t=1h2m3s', '', 3_723], ['in minutes', '#', '#t=2m', 120],
  ['the beginning', '?t=0', '', 0], ['none', '', '', null], ['an empty one', '?t=', '', null], ['no time', '?t=soon', '', null], ['a time before all', '?t=-5', '', null],
  ['far too much', '?t=99999999999', '', null],
])('%s', (_name, search, hash, place) => {
  expect(placeInAddress(search, hash)).toBe(place);
});

it('leads to the place, and leaves the rest of the address', () => {
  expect(addressAt('https://meridian.example/tides/sessions/1?zone=venue&t=3#t=4', 754.9)).toBe('https://meridian.example/tides/sessions/1?zone=venue&t=754');
});
