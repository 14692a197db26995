import { may, POLICY, ROLES, type Action, type Actor, type Grant, type Role, type Subject } from './policy.js';

const grant = (role: Role, more: Partial<Grant> = {}): Grant => ({ role, conferenceId: null, conferenceSlug: null, cityId: null, venueId: null, ...more });
const person = (grants: Grant[], strong = true): Actor => ({ kind: 'person', accountId: 'a', sessionId: 's', strong, grants });
const tides = { conferenceId: 'tides', conferenceSlug: 'tides' };
const host = person([grant('city-host', { ...tides, cityId: 'lyon' })]);

describe('the policy', () => {
  it.each<[string, Actor, Action, Subject, string]>([
    ['anyone reads what is public', { kind: 'anonymous' }, 'read-public', {}, 'allowed'],
    ['nobody edits without signing in', { kind: 'anonymous' }, 'edit-place', {}, 'sign-in'],
    ['the operator may do everything', { kind: 'operator' }, 'purge-attendees', tides, 'allowed'],
    ['a host edits their city', host, 'edit-place', { ...tides, cityId: 'lyon' }, 'allowed'],
    ['a host does not edit another city', host, 'edit-place', { ...tides, cityId: 'oslo' }, 'forbidden'],
    ['a host does not edit the same city’s id in another conference', host, 'edit-place', { conferenceId: 'other', cityId: 'lyon' }, 'forbidden'],
    ['a host does not edit what belongs to no city', host, 'edit-place', { ...tides, cityId: null }, 'forbidden'],
    ['a host passes the guard, which knows the conference only', host, 'edit-place', { conferenceSlug: 'tides' }, 'allowed'],
    ['a host does not pass the guard of another conference', host, 'edit-place', { conferenceSlug: 'other' }, 'forbidden'],
    ['a host does not release', host, 'release-agenda', tides, 'forbidden'],
    ['staff without a second factor is asked for it', person([grant('organizer', tides)], false), 'release-agenda', tides, 'second-factor'],
    ['a speaker needs none', person([grant('speaker', tides)], false), 'own-slots', tides, 'allowed'],
    ['an administrator may everywhere', person([grant('administrator')]), 'release-agenda', tides, 'allowed'],
    ['any person has their own account', person([]), 'own-account', {}, 'allowed'],
  ])('%s', (_name, actor, action, subject, verdict) => {
    expect(may(actor, action, subject)).toBe(verdict);
  });

  it('names no role that does not exist, and forbids each action to somebody or opens it to everyone', () => {
    for (const who of Object.values(POLICY).flat()) expect([...ROLES, 'anyone', 'person']).toContain(who);
    for (const [action, who] of Object.entries(POLICY)) {
      const refused = may(person([]), action as Action) === 'forbidden';
      expect([action, refused]).toEqual([action, !(who as readonly string[]).some((w) => w === 'anyone' || w === 'person')]);
    }
  });
});
