import { filtersIn, isNarrowed, queryOf, withFilters, type SessionFilters } from './session-filters.js';

const CITY = '0195a000-0000-7000-8000-000000000001';
const NONE: SessionFilters = { search: '', cityId: null, trackId: null, state: 'all' };

describe('the filters of the list of sessions', () => {
  it('are read from the address as they were written into it, beside what else it says', () => {
    const filters: SessionFilters = { search: 'دریا & ice', cityId: CITY, trackId: null, state: 'unscheduled' };
    const address = withFilters(new URLSearchParams('lang=fa&track=old'), filters);
    expect([address.get('lang'), address.get('track'), filtersIn(address)]).toEqual(['fa', null, filters]);
  });

  it('leave an address short where nothing is narrowed', () => {
    expect(withFilters(new URLSearchParams(`city=${CITY}&state=cancelled&search=x`), NONE).toString()).toBe('');
    expect([isNarrowed(NONE), isNarrowed({ ...NONE, state: 'cancelled' })]).toEqual([false, true]);
  });

  it('are none where an address holds what is no filter', () => {
    expect(filtersIn(new URLSearchParams('city=x&track=../..&state=unknown'))).toEqual(NONE);
  });

  it('ask the server for what narrows, and no more', () => {
    expect(queryOf(NONE, null)).toBe('limit=100');
    expect(queryOf({ search: ' ice ', cityId: CITY, trackId: null, state: 'cancelled' }, 'x')).toBe(`limit=100&after=x&search=ice&cityId=${CITY}&state=cancelled`);
  });
});
