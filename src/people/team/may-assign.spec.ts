import type { CityId } from '../../contract/ids.js';
import { assignableRoles, mayAssign, type Standing } from './may-assign.js';

const administrator: Standing = { isAdministrator: true, scope: 'everything' };
const organizer: Standing = { isAdministrator: false, scope: 'everything' };
const host: Standing = { isAdministrator: false, scope: { cityIds: ['lyon'], venueIds: [] } };
const nobody: Standing = { isAdministrator: false, scope: { cityIds: [], venueIds: [] } };
const lyon = 'lyon' as CityId;
const oslo = 'oslo' as CityId;

describe('who may give a role', () => {
  it.each([
    ['an administrator makes another', administrator, { role: 'administrator', cityId: null }, null, true],
    ['an organizer makes no administrator', organizer, { role: 'administrator', cityId: null }, null, false],
    ['an organizer makes another', organizer, { role: 'organizer', cityId: null }, null, true],
    ['a host makes a host of their city', host, { role: 'city-host', cityId: lyon }, null, true],
    ['a host makes no host of another city', host, { role: 'city-host', cityId: oslo }, null, false],
    ['a host gives their venue a crew', host, { role: 'stage-crew', cityId: null }, 'lyon', true],
    ['a host gives no crew to another city’s venue', host, { role: 'stage-crew', cityId: null }, 'oslo', false],
    ['a host makes no organizer', host, { role: 'organizer', cityId: null }, null, false],
    ['a host makes no moderator of the whole conference', host, { role: 'moderator', cityId: null }, null, false],
    ['who holds nothing gives nothing', nobody, { role: 'city-host', cityId: lyon }, null, false],
  ] as const)('%s', (_name, standing, role, cityOfVenue, verdict) => {
    expect(mayAssign(standing, role, cityOfVenue)).toBe(verdict);
  });

  it('offers what one may give', () => {
    expect([administrator, organizer, host, nobody].map((standing) => assignableRoles(standing).length)).toEqual([5, 4, 2, 0]);
  });
});
