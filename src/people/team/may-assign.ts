import type { RoleAt, StaffRole } from '../../contract/team.js';
import type { Scope } from '../../platform/access/scope.js';

/** What decides about roles: whether one runs the site, and how far their team reaches. */
export interface Standing {
  isAdministrator: boolean;
  scope: Scope;
}

/**
 * Nobody gives, changes or takes a role above their own or outside of their scope: administrators all of them, organizers
 * those of their conference, a city host their city's hosts and the crew of its venues.
 * @param cityOfVenue the city that the role's venue is in, where it has one
 */
export function mayAssign(standing: Standing, { role, cityId }: Pick<RoleAt, 'role' | 'cityId'>, cityOfVenue: string | null): boolean {
  if (role === 'administrator') return standing.isAdministrator;
  if (standing.scope === 'everything') return true;
  const city = role === 'city-host' ? cityId : role === 'stage-crew' ? cityOfVenue : null;
  return city !== null && standing.scope.cityIds.includes(city);
}

/** The roles that one may give somewhere. */
export function assignableRoles(standing: Standing): StaffRole[] {
  const hosts: StaffRole[] = ['city-host', 'stage-crew'];
  if (standing.isAdministrator) return ['administrator', 'organizer', ...hosts, 'moderator'];
  if (standing.scope === 'everything') return ['organizer', ...hosts, 'moderator'];
  return standing.scope.cityIds.length > 0 ? hosts : [];
}
