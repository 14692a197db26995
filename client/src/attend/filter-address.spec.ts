import { filtersFromAddress, filtersToAddress } from './filter-address.js';

const nothing = { cities: new Set<string>(), tracks: new Set<string>(), languages: new Set<string>(), speakers: new Set<string>(), text: '' };

test('an empty address restricts nothing', () => {
  expect(filtersFromAddress(new URLSearchParams())).toEqual(nothing);
});

test('what is written is read again', () => {
  const filters = { ...nothing, cities: new Set(['a', 'b']), languages: new Set(['fa']), text: 'نان & آب' };
  expect(filtersFromAddress(filtersToAddress(filters, new URLSearchParams()))).toEqual(filters);
});

test('what is not a filter stays', () => {
  const address = filtersToAddress({ ...nothing, tracks: new Set(['t']) }, new URLSearchParams('lang=fa&city=old&q=old'));
  expect(address.toString()).toBe('lang=fa&track=t');
});

test('empty values are no filters', () => {
  expect(filtersFromAddress(new URLSearchParams('city=&q='))).toEqual(nothing);
});
