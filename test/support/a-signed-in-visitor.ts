import type { Browser } from 'playwright-core';
import type { Person } from './a-person.js';
import { aVisitor, type Device, type Visitor } from './a-visitor.js';

/** A visitor whose browser is signed in already: how one signs in has a journey of its own. @param url of the server, without a path */
export async function aSignedInVisitor(browser: Browser, url: string, person: Person, device: Device = {}): Promise<Visitor> {
  const visitor = await aVisitor(browser, url, device);
  const [name = '', value = ''] = person.cookie.split('=');
  await visitor.context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  return visitor;
}
